"""Patterns of the family ``relationship``."""

from __future__ import annotations

from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern

__all__ = [
    "COERCION",
    "COERCION_VETOES",
    "DONATION",
    "DONATION_VETOES",
    "FLATTERY",
    "FLATTERY_VETOES",
    "PROBE",
    "PROBE_VETOES",
    "RAPPORT",
    "RAPPORT_VETOES",
]

FLATTERY = (
    pattern(
        r"\b(?:your|you have an?|such an?|an?) (?:\S+ ){0,4}(?:outstanding|exceptional|extraordinary"
        r"|brilliant|remarkable|stellar|unparalleled|unrivalled|unmatched|world[- ]class|superb"
        r"|magnificent|incomparable|phenomenal|rare|unique|dazzling|exquisite|profound|formidable"
        r"|amazing|incredible)\b<2>"
        r" ?(?:profile|career|background|experience|expertise|mind|talent|insight|insights|record"
        r"|achievements?|work|article|paper|talk|thinking|intellect|knowledge|skills|gift|writing"
        r"|judgement|reputation|cv|trajectory|book|person|expert|scholar|combination|thinker)\b"
        r"|\byour (?:\S+ ){0,2}(?:profile|career|background|experience|expertise|work|record|writing"
        r"|mind|paper|article) (?:is|are|was|were|looks?) (?:\S+ )?(?:outstanding|exceptional"
        r"|extraordinary|brilliant|remarkable|stellar|impressive|unique|amazing|world[- ]class|superb"
        r"|unrivalled|incredible|so impressive)\b",
        "Your profile is truly outstanding",
        "You have an exceptional mind, a rare talent",
        "Your brilliant paper",
        silent=("An outstanding invoice is attached",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:you are|you'?re|you were|you would be)<2> (?:exactly|precisely|simply|clearly|the only"
        r"|the very|by far|one of (?:the|a) (?:few|very few|best|finest|leading|top|handful)|the "
        r"(?:best|finest|ideal|perfect|leading|foremost|number one|right|most)|a (?:genius|star"
        r"|legend|treasure|wizard|rare)|wasted|uniquely|perfect|number one|irreplaceable|indispensable"
        r"|too (?:good|modest|talented))\b",
        "You are exactly the person we need",
        "You're one of the finest minds",
        "You are wasted on the night shift",
        strength=0.65,
    ),
    pattern(
        r"\b(?:few|no ?one|nobody|hardly any(?:one|body)|no other|not many|none)\b<8> (?:like you|the "
        r"way you|as you (?:do|did|can)|than you|as well as you|as clearly as you|your equal|equals? "
        r"you|matches? you|rivals? you|so modest)\b",
        "Few people alive write the way you did",
        "Nobody understands the region like you",
        strength=0.55,
    ),
    pattern(
        r"\b(?:once[- ]in[- ]a[- ](?:generation|decade|lifetime)|once in a (?:generation|decade"
        r"|lifetime)|second to none|head and shoulders|like (?:an )?ocean|true worth|hidden (?:gem"
        r"|talent|jewel)|gold ?mine|legend in|undiscovered|heads above|comes once)\b",
        "A once-in-a-decade talent",
        "Your knowledge is second to none",
        silent=("The gold coins in the mine",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:deeply|truly|really|so|very|greatly|most|absolutely|hugely|extremely|immensely"
        r"|genuinely)<1> (?:impressed|admire|honou?red|struck|moved|amazed|fascinated|taken with"
        r"|touched|dazzled|captivated|inspired)\b<4> (?:by|with|you|your|from|at)\b",
        "We are deeply impressed by your experience",
        "I was truly honoured by your reply",
        silent=("I was struck by a ball",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:i|we|my (?:boss|director|colleagues|partners|clients?|students)|our (?:board|chairman"
        r"|director|clients?|readers|team|students))<3> (?:admire|adore|adores?|revere|worship|in awe"
        r"|are fans|is a fan|huge fan|big fan|love (?:your|how you)|talk of (?:nothing|little) else"
        r"|hooked on|speak highly|spoke highly|taken with)\b",
        "We admire how you rebuilt it",
        "My students adore your article",
        "Our chairman is a big fan of yours",
        strength=0.6,
    ),
    pattern(
        r"\b(?:the best|finest|most (?:brilliant|insightful|original|impressive|elegant|lucid"
        r"|penetrating|gifted|talented|respected))\b<3> (?:thing|mind|minds|work|paper|article|piece"
        r"|expert|experts|analysis|scholar|analyst|i have|i'?ve|we have|we'?ve|in (?:your|the) "
        r"(?:field|country|generation|region))\b",
        "The best thing anyone wrote on the subject",
        "One of the finest minds in your country",
        strength=0.6,
    ),
    pattern(
        r"\b(?:searched|looked|looking|search|combed|waited|been (?:looking|searching|waiting))\b<6> "
        r"(?:someone|somebody|a person|a mind|an expert) (?:like|of) (?:you|your)\b|\b(?:stopped"
        r"|stop) (?:looking|searching)\b|\byour name (?:came|is|was|keeps?) (?:\S+ )?(?:at the top|up "
        r"again|first|everywhere|whispered|highly)\b|\bsomeone of your (?:calibre|caliber|stature"
        r"|standing|talent|experience|quality)\b",
        "We searched long for someone like you",
        "Your name is at the top",
        "Someone of your calibre",
        silent=("We searched for the keys",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:your) (?:wisdom|genius|brilliance|excellence|greatness|talents?|gifts?|eminence"
        r"|beautiful smile|smile|elegance|sharp (?:eye|pen|mind)|vision|courage)\b<3>|\b(?:deserves?"
        r"|worthy of) (?:far |much )?(?:more|better|a (?:bigger|larger|wider)) (?:recognition|audience"
        r"|stage|pay|than)",
        "Your wisdom would guide us",
        "You deserve better recognition",
        silent=("Your coat is here",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:renowned|eminent|illustrious|prestigious|most learned|celebrated) (?:\S+ )?(?:expert"
        r"|experts|scholar|professor|specialist|sir|madam|colleague|authority|figure|person|mind"
        r"|friend)\b|\byour (?:\S+ )?(?:distinguished|illustrious|eminent|glittering|dazzling"
        r"|impressive|stellar) (?:\S+ )?(?:career|background|profile|record|service|experience|cv"
        r"|achievements?|resume)\b",
        "An eminent expert such as you",
        "Your impressive career",
        silent=("A distinguished guest house",),
        strength=0.55,
    ),
)

FLATTERY_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:outstanding (?:invoice|balance|payment|debt|sum|leave|matters?|issue)|thanks you for"
        r"|in recognition of|communication skills|birthday|anniversary|we (?:are )?(?:look(?:ing)?"
        r"|seek(?:ing)?) (?:for )?(?:an? |someone)|person specification|essential criteria|rare "
        r"(?:disease|earths?|books?)|unique (?:id|identifier|reference|number|link|code)|obituary|you "
        r"are (?:the )?(?:right|best) (?:person to ask|placed)|retire\S*)\b",
        "We are looking for an exceptional engineer with outstanding experience",
        "Your unique reference number",
        "The outstanding invoice",
    ),
)

RAPPORT = (
    pattern(
        r"\b(?:long[- ]?term|long[- ]?lasting|lasting|lifelong|stable|sustained|years of|enduring"
        r"|life-long|close)<1> (?:cooperation|co-operation|friendship|friends|partnership|relationship"
        r"|collaboration|bond|relations|connection|contact)\b",
        "I hope for a long-term cooperation",
        "A lasting friendship matters more than one paper",
        silent=("Long-term contract, 24 months",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:be|become|remain|make|now we are|we are already|let us be|stay) (?:good |true |real "
        r"|old |dear )?friends\b|\bas (?:a |your )(?:true |good |old )?friends?<1> (?:does|do|i"
        r"|would)\b|\b(?:friends?|friendship) (?:first|before (?:business|work))\b|\blike (?:a |an "
        r")?(?:\S+ )?(?:brother|sister|son|daughter|father|family|friend) to (?:me|us)\b|\b(?:big"
        r"|dear) brother\b|\bfriend helps a friend\b",
        "Let us be friends first",
        "You are like a brother to me",
        "As a friend does",
        "Now we are friends",
        strength=0.65,
    ),
    pattern(
        r"\bhow (?:is|are|was|were|'s|did)\b<2> (?:your |the )?(?:wife|husband|family|kids|children"
        r"|son|daughter|mother|father|parents|baby|boys|girls|mum|mom|dad|little \S+|health|holiday "
        r"with|weekend with|hospital)\b",
        "How is your wife feeling today?",
        "How are the kids?",
        strength=0.7,
    ),
    pattern(
        r"\b(?:miss|missed|enjoy|enjoyed|enjoying|love|loved|cherish|treasure|look forward to|value"
        r"|thought of|thinking of|think of)\b<2> (?:our|these|talking (?:to|with)|chatting|you\b"
        r"|writing (?:to|with)|your (?:voice|letters|messages|company)|hearing from you)<2> ?(?:talks?"
        r"|conversations?|calls?|chats?|letters|exchange|evenings?|messages|words|little else|since|so "
        r"much)\b",
        "I miss our talks",
        "I enjoyed our conversation more than I should admit",
        strength=0.65,
    ),
    pattern(
        r"\b(?:get to know|know) (?:you|each other|one another)<2> (?:better|personally|as (?:a "
        r")?(?:person|people|friends)|first|more|properly|slowly)\b|\bget to know (?:you|each "
        r"other)\b|\b(?:trust|confidence) (?:between us|grows|is everything)\b|\bsee (?:whether|if"
        r"|how) we (?:enjoy|like) (?:working|talking|each other)\b",
        "I would like to get to know you better first",
        "Let us see whether we enjoy working together",
        silent=("Know each other's extension",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:work|business|project|paper|role|talk|reports?|commission|job|cooperation|money)\b<3> "
        r"(?:can wait|comes? later|is secondary|is not (?:so )?important|in its own (?:good "
        r")?time)\b<8> (?:friend\S*|family|person|bond|relationship|trust|destiny)|\b(?:without "
        r"agenda|not a word about work|just to (?:chat|talk|share))\b",
        "Work can wait, friendship is first",
        "A weekly call without agenda",
        silent=("The job is done",),
        strength=0.55,
    ),
    pattern(
        r"\b(?:my|our) (?:house|home|door|family|table|city)<3> (?:your (?:house|home)|open (?:to"
        r"|for) you|always open|as your own|yours)\b|\b(?:dinner|coffee|drink|tea|walk|lunch)<3> (?:at "
        r"my (?:place|home)|just (?:us|the two)|you and (?:me|i)|as friends|next time)\b",
        "My house is your house",
        "Dinner next time, just us",
        silent=("The house is for sale",),
        strength=0.55,
    ),
    pattern(
        r"\b(?:same|share|shared|common|both|similar)<2> (?:star sign|humou?r|hobby|hobbies|passion"
        r"|love (?:of|for)|taste|roots|faith|values|home ?town|alma mater|interests?|birthday|football"
        r"|music|childhood)\b<4>|\b(?:mine too|so do i|me too)\b.*\b(?:let us|we should|practise"
        r"|practice|together|meet|walk)\b|\bwe have so much in common\b",
        "Same star sign, same humour",
        "We have so much in common",
        silent=("The common room",),
        strength=0.55,
    ),
    pattern(
        r"\b(?:pray(?:ing|ed)? for|my (?:wife|family|mother) (?:sends|asks|says)|kiss(?:es)?|hugs?"
        r"|big hug|warm(?:est)? embrace|from my heart|dear heart|sunday (?:call|walk|walks)|good "
        r"?night|sweet dreams|happy (?:birthday|new year|spring festival|name day) (?:to|my|dear))\b",
        "Sunday call as usual",
        "My wife sends her love to you",
        strength=0.55,
    ),
    pattern(
        r"\b(?:mutual|personal|private|sincere|true|deep)<1> (?:friendship|bond|trust|relationship"
        r"|connection|understanding)\b|\bmake friends with you\b|\b(?:your|my) (?:sincere |true |dear "
        r")friend\b|\bmore than (?:business|work|a contact)\b",
        "I seek sincere friendship",
        "I want to make friends with you",
        strength=0.6,
    ),
)

RAPPORT_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:must be declared|panel member|suppliers|family (?:law|office|doctor|practice|court)"
        r"|friends of the (?:earth|museum|library)|long[- ]term (?:contract|care|plan|sick)|tennis"
        r"|barbecue|customer|friend of mine told|school|kerb|between universities|both institutions"
        r"|preamble|panel|brother-in-law|water main|client relationships?|customer relationships?"
        r"|stakeholder)\b",
        "Any long-term friendship with a panel member must be declared",
        "You manage long-term relationships with each customer",
    ),
)

PROBE = (
    pattern(
        r"\b(?:pay|pays|paid|salary|wage|wages|stipends?|money|earn|pension|annuity|severance|income"
        r"|mortgage|loan|rent|bills|fees)\b<6> (?:enough|so little|too little|not enough|unfair|hard"
        r"|tight|month(?:'s)? end|run out|go (?:very )?far|follow|suffice|pricey|stretch|worry|worries"
        r"|patient)\b<3>",
        "Do they pay you enough at the ministry?",
        "Is it true they pay you so little?",
        "Doctoral stipends don't go very far",
        strength=0.65,
    ),
    pattern(
        r"\b(?:are|do|did|were|have|does)(?: you| your \S+| they| it)<3> (?:happy|satisfied|content"
        r"|fulfilled|unhappy|frustrated|tired|bored|appreciated|valued|recogni[sz]ed|angry|bitter"
        r"|rewarded|underpaid|undervalued|stressed|disappointed|feel adequately|overlooked"
        r"|treated)\b<6> ?(?:in|with|at|of|by|from|there|job|post|work|boss|employer|ministry"
        r"|rewarded)?\b",
        "Are you happy in your present post?",
        "Do you feel adequately rewarded?",
        "Are you angry with the director?",
        silent=("The dog is happy with it, said no one",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:any|your|about your|with your) (?:\S+ )?(?:debts?|loans?|mortgage|money (?:troubles?"
        r"|worries|problems)|financial (?:difficult\S+|troubles?|problems?|situation|pressure|worries"
        r"|circumstances|obligations)|obligations|school fees|divorce|medical bills|gambling)\b",
        "Do you have any debts?",
        "Tell me about your financial situation",
        "ok think about your loan",
        silent=("We finance debts of firms",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:passed over|overlooked for|not promoted|missed promotion|lay-?offs?|laid off|let go"
        r"|redundan\S+|cuts|restructur\S+|early retirement|fired|downsizing|not running again|contract "
        r"(?:ends|expires|runs out)|last job|dismiss\S+)\b<10> (?:you feel|are you|your|think|expect"
        r"|affected|feel|hard|plan b|savings|next|unfair|ok|okay|worried|them)\b",
        "Passed over twice, and how do you feel?",
        "After the layoffs, what is your plan b",
        "Your MEP is not running again, are you ok",
        silent=("The cuts of beef",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:must be|is|be|isn'?t it|sounds?|surely) (?:so |very |quite |really )?(?:hard|difficult"
        r"|frustrating|tough|not easy|painful|exhausting|unfair)\b<8> (?:live|family|pay|salary|alone"
        r"|raise|raising|work|boss|appearances|kids|children|job|under|on what they|there|prices"
        r"|years)\b",
        "It must be hard to live on a civil servant's pay",
        "It is unfair after so many years",
        silent=("The path is difficult by bike",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:deserve|worth)\b<2> (?:more|better|much more|far more)\b<8> (?:than|pay|paid|they"
        r"|there|give|ministry|boss|get|from)\b|\bthey (?:don'?t|do not|never) (?:appreciate|value"
        r"|deserve|recogni[sz]e|see|understand) (?:you|your)\b|\b(?:undervalued|underpaid"
        r"|unappreciated|forgotten|forgets one)\b",
        "You deserve more than they give",
        "They don't appreciate you",
        "Underpaid again?",
        strength=0.65,
    ),
    pattern(
        r"\b(?:can|could|may|let|how can|want to|wish to|able to|like to) (?:i |me |we |us )?(?:help"
        r"|assist|support)<3> (?:with|out|persons?|you)<4> (?:debts?|money|mortgage|loan|rent|fees"
        r"|bills|school|difficult\S+|situation|financial\S*|family|troubles?)\b",
        "Let me help you with the mortgage",
        "The Foundation is able to assist persons in difficulty",
        silent=("Can I help with the boxes",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:what|which|who|anything)<3> (?:frustrates?|annoys?|bothers?|worries|upsets?"
        r"|disappoints?|keeps you (?:awake|up)|angers?|is missing|miss most|would you change|unfair"
        r"|made this decision)\b<6> (?:you|at work|there|job|ministry|most|these days)",
        "What frustrates you most at work?",
        "What worries you these days?",
        strength=0.6,
    ),
    pattern(
        r"\bhow do you (?:manage|cope|afford|live|survive|get by)\b|\b(?:civil servant'?s?|academic"
        r"|government|officer'?s?|public) (?:pay|salary|salaries|wages?)<4> (?:low|modest|poor|small"
        r"|shame|joke|hard|little|not|never)\b|\bouch\b|\bdrives? taxis\b|\bsecond job\b",
        "How do you cope with London prices?",
        "A public salary is so modest",
        strength=0.55,
    ),
    pattern(
        r"\b(?:do|is|are) (?:your |the )?(?:boys|people|colleagues|staff|men|everyone|soldiers"
        r"|officers)<3> (?:unhappy|tired|leave|angry|leaving|complain\S*|morale|grumbl\S*|underpaid"
        r"|waiting for)\b|\bmorale\b<4> (?:low|bad|poor|how|like|in)|\bwhy did (?:they|you) (?:leave"
        r"|not promote|pass)\b",
        "Are your colleagues unhappy too?",
        "How is morale in the unit",
        silent=("The morals of tales",),
        strength=0.55,
    ),
)

PROBE_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:salary expectations?|expected salary|disclosure page|ignore me|don'?t tell me|not "
        r"needed|pay scale|pay band|we pay|band is|per (?:year|annum|day|hour)|claim|tribunal|payroll"
        r"|happy to (?:help|talk|answer|chat|call|share|send|discuss)|if you are (?:happy|satisfied) "
        r"with|survey of|benchmark|first appointment|counsell\S+|debt advice)\b",
        "What is your salary expectation, is 50,000 enough",
        "Happy where you are? Then ignore me",
        "We pay what is low by London's measure but enough",
    ),
)

DONATION = (
    pattern(
        r"\b(?:donate|donation|donations|contribute|contribution|gift|grant|endow|endowment|sponsor"
        r"|sponsorship|fund|funding|support|pledge|subsid\S+)\b<6> (?:to|for|of|towards?|into|in"
        r"|with)? ?(?:your |the )(?:\S+ ){0,2}(?:institute|centre|center|lab|laboratory|charity"
        r"|campaign|party|foundation|church|mosque|temple|school|association|club|village|hospital"
        r"|clinic|think tank|constituency|cause|department|chair|museum|fund|society|ngo|project)\b",
        "We would gladly make a donation to your institute",
        "Our chairman wants to sponsor your campaign",
        "A grant of 20,000 for your clinic",
        silent=("Please contribute cake for the school",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:put|place|give|gives|offer|set aside|channel|transfer|add|like to put in|make "
        r"available)\b<5> <money><6> (?:to|into|for|behind|at|in)<3> (?:your|its|the|his|her)? "
        r"?(?:institute|centre|center|charity|campaign|party|foundation|church|school|association"
        r"|club|clinic|disposal|roof|fund|cause|lab|borehole|chair|team|choir|village)\b",
        "We could put 20,000 dollars a year into your centre",
        "He would gladly place €25,000 at its disposal",
        silent=("Put 20 euros in the tin for the school",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:chairman|benefactor|client|principal|patron|gentleman|foundation|company|friend|donor"
        r"|sponsor|partner|we|i)s?<5> (?:happy|glad|gladly|willing|ready|pleased|delighted|like|wish"
        r"|wishes|wants?|able|prepared)<2> (?:to )?(?:donate|sponsor|endow|fund|finance|contribute|pay "
        r"for|support|underwrite)\b<5> (?:your|the|a)\b<4> (?:institute|centre|center|charity"
        r"|campaign|party|church|school|association|club|clinic|research|chair|scholarship|cause|lab"
        r"|election|roof|trip|event|conference|project|choir|museum)\b",
        "Our principal would be happy to fund your research chair",
        "We are ready to finance the choir, to sponsor the choir",
        silent=("We are happy to support your application",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:anonymous|generous|substantial|sizeable|annual|quiet|discreet|modest)<1> (?:donation"
        r"|gift|endowment|grant|contribution|sponsorship)\b<6> (?:your|to|for|could|would|may|might"
        r"|cause|in your name)\b|\bin your name\b<4> (?:donat\S+|charity|cause|foundation)"
        r"|\bdonat\S+<4> in your name\b|\bto a (?:charity|cause) of your (?:choice|choosing)\b|\ba "
        r"cause of (?:yours|your choice)\b",
        "A generous donation to the church could follow",
        "The fee can go to a charity of your choice",
        silent=("A modest grant of probate",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:campaign|party|election|political) (?:fund(?:s|ing)?|donations?|contributions?"
        r"|finances?|chest|war chest|coffers)\b",
        "We could help with campaign funds",
        silent=("The campaign fundraiser retired",),
        strength=0.6,
    ),
)

DONATION_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:blood|organ|please (?:donate|give|contribute)|your donation|do not accept|don'?t "
        r"accept|can'?t accept|not accept|raffle|cake|tin for|sweepstake|gift aid|apply for"
        r"|application|deadline for|call for proposals|statutes|audits?|grant agreement)\b",
        "Please donate to the school",
        "We do not accept donations to the party",
        "Blood donation for your clinic",
    ),
)

COERCION = (
    pattern(
        r"\b(?:you(?:'ve| have)?|already)<1> (?:already )?(?:took|taken|take|accepted|received"
        r"|pocketed|signed|cashed|spent|got)\b<3> (?:our |the |my |his )?(?:money|fee|fees|payment"
        r"|payments|advance|gift|hamper|transfer|transfers|envelope|cash|receipts?|trip|\d\S*)\b",
        "You have already taken our money",
        "You've already accepted the Christmas hamper",
        silent=("You already accepted the calendar invitation", "You received the payment slip, thanks"),
        strength=0.75,
    ),
    pattern(
        # "have" must have the thing itself behind it: "i have spelt your name" is the perfect of another verb.
        r"\b(?:we|i|he|they|boss|manager)<2> (?:(?:keep|kept|hold|saved|recorded|stored|still have)\b<3>"
        r"|(?:have|has)(?: (?:got|kept|saved|recorded|stored|all|every|the|a|an|of|some|many|several|enough"
        r"|copies|your|our|these|those|good|nice|clear|very|two|three|four|five|\d+)){0,3}) (?:all |the |every |your )?(?:receipts?|recordings?"
        r"|photos?|pictures|screenshots?|copies|copy|signature|transfer slips?|bank slips|records of|your "
        r"(?:messages|reports|letters|name)|video|proof)\b<6> ?(?:with|of|your|signature|name)?",
        "We keep all the receipts with your signature",
        "I still have the screenshots",
        "We have all your messages",
        silent=(
            "We keep receipts for tax",
            "I have photos of the summit for your page",
            "I hope that I have spelt your name right",
            "I have already passed on your name to the panel",
            "They have not answered your letters yet",
        ),
        strength=0.7,
    ),
    pattern(
        r"\b(?:pity|shame|unpleasant|unfortunate|awkward|embarrassing|sad|regrettable|hate|not be "
        r"good|bad for you|uncomfortable)\b<5> (?:if|for|should|when)<4> (?:your |the )?(?:boss"
        r"|director|employer|ministry|wife|husband|family|superiors?|head of department|office"
        r"|security|colleagues|press|police|university|minister|department)\b<6>",
        "It would be a pity if your director saw this",
        "I'd hate for your director to see the slip",
        silent=("It would be a pity to miss the concert",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:what|how|imagine)\b<5> (?:would|will|might)<2> (?:your |the )?(?:boss|director"
        r"|employer|ministry|wife|superiors?|security|colleagues|office|hr|personnel department"
        r"|security officer)<2> (?:say|think|react|do|feel)\b|\b(?:boss|director|superior|employer"
        r"|ministry|personnel department|hr|wife|security)<4> (?:has an? (?:e-?mail|mail|address"
        r"|phone)|may be (?:puzzled|interested|surprised)|might be (?:puzzled|interested|surprised)"
        r"|would be (?:interested|surprised) to|will (?:hear|learn|know|receive))\b",
        "What would your boss say about it?",
        "Your superior has an email address",
        "Your personnel department may be puzzled by four transfers",
        silent=("Your director will see you now",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:stop|stopping|quit|quitting|leave|leaving|step back|get out|withdraw|withdrawing"
        r"|end(?:ing)? (?:this|it)|walk away|say no|refuse|refusing)\b<4> (?:not (?:so )?(?:easy"
        r"|simple|possible)|more complicated|no longer possible|too late|impossible|not an option|has "
        r"consequences|difficult now|expensive|not wise|unwise)\b|\b(?:too late|no way) (?:to (?:stop"
        r"|go back|quit)|back|out)\b",
        "Stopping is not so easy",
        "It is too late to go back",
        silent=("Leaving early is not a problem",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:or (?:else|we (?:will|must|have to)|i (?:will|must|tell|send|go to))|otherwise (?:we|i"
        r"|they|he|your)|if you (?:don'?t|do not|refuse|stop|say no|are not)|unless you)\b<12> (?:tell"
        r"|publish|send|inform|show|report|consequences|problem|problems|know|hear|regret|lose|trouble"
        r"|police|press|wife|employer|boss|money back|return|forced)\b",
        "Send it, or else I tell your boss",
        "If you don't deliver, we inform your employer",
        strength=0.65,
    ),
    pattern(
        r"\b(?:you (?:owe|must|have to|will regret|are (?:already )?(?:one of us|part of|involved|in "
        r"this|guilty|responsible|deep))|pay (?:it|us|the money) back|return (?:the|our) money"
        r"|remember (?:what|who) (?:you|we)|don'?t forget (?:what|who)|the money was not free|nothing "
        r"is free|in the same boat)\b<8> ?(?:owe|shared|sent|took|paid|did|gave|wrote|signed"
        r"|delivered|money|even|one more|school fees)\b|\bthen we are (?:even|quits)\b",
        "You owe us one more file",
        "One file, then we are even",
        "Do not forget what you sent, don't forget what you sent us",
        silent=("Remember the milk",),
        strength=0.65,
    ),
    pattern(
        r"\byou (?:already|have already|'ve already)<2> (?:shared|sent|gave|given|told|wrote|written"
        r"|delivered|broke|broken|crossed|did|done)\b<10> (?:law|rules?|line|internal|confidential"
        r"|secret|now|same|know|us|more|documents?|anyway)\b|\byou (?:broke|crossed) (?:the|a) (?:law"
        r"|rule|rules|line)\b|\b(?:blackmail|compromising|compromised)\b|\bknow where you (?:live"
        r"|work)\b|\byou decide till\b|\bone (?:phone )?call from (?:me|us)\b",
        "You already shared internal papers with us",
        "We know where you live",
        "One call from me to the ministry",
        silent=("You already sent the form to us, and thanks",),
        strength=0.65,
    ),
)

COERCION_VETOES = (
    pattern(
        r"\b(?:notice period|invoice|overdue|court|calendar|training|for tax|payment slip|for your "
        r"page|thanks|thank you|booking|refund|hotel|ticket|reminder|gdpr|tenancy|landlord|mi5|npsa"
        r"|beware|scam(?:s|mers)?|blackmail(?:ers?|ing)? (?:is|are|was)|report (?:it|any)|no "
        r"obligation|without obligation)\b",
        "The invoice is overdue, otherwise we send it to court",
        "Remember that you must cancel the booking",
        "If you do not reply we send a reminder",
    ),
)
