"""Signs about who hires or pays, and for what."""

from __future__ import annotations

from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern, source

__all__ = ["INDICATORS"]

_CLIENT_PATTERNS = (
    pattern(
        r"\b(?:our|my|a|an|one of (?:our|my)|some of (?:our|my)|the|certain|some|several|two|three"
        r"|various|another) (?:\S+ ){0,3}?"
        r"(?:clients?|customers?|sponsors?|donors?|backers?|benefactors?|patrons?|principals?|buyers?"
        r"|investors?|funders?|stakeholders?"
        r"|partners?|subscribers?|family office|end[ -]users?)<4> (?:is|are|would|wants?|wishes|wish"
        r"|needs?|seeks?|looks?|looking|prefers?|likes?"
        r"|asked|asks?|pays?|interested|hopes?|requires?|values?|appreciates?|has|have|who|that"
        r"|hoping|expects?|found|finds|loved?)\b",
        "Our client wishes to understand the new rules",
        "One of our partners in the region is looking for a writer",
        "A family office in the Gulf that would rather stay in the background",
        silent=("Our client is Norvane Therapeutics, advert 88213", "We name our client in the first call"),
        strength=0.6,
    ),
    pattern(
        r"\b(?:client|customer|partner|investor|sponsor|donor|fund|company|firm|buyer|employer"
        r"|organi[sz]ation|institution|party|entity|operator"
        r"|household name|player|group|bank|foundation|agency|principal)s?,? (?:\S+ )?(?:undisclosed"
        r"|unnamed|anonymous|confidential|who (?:shall|will)"
        r" (?:stay|remain)|(?:which|that|who|whom|whose name) (?:\S+ ){0,2}(?:can ?not|can'?t|could "
        r"not|may not|must not|prefers?|wishes|would rather))",
        "A fund, undisclosed at this stage, wants to understand fibre pricing",
        "For a bank whose name I can't share yet",
        silent=("The confidential waste goes to the blue bin",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:undisclosed|unnamed|anonymous|unspecified|discreet|confidential|private|overseas"
        r"|foreign|international|asian|asia-pacific|gulf"
        r"|regional|wealthy|important|serious|major|big|leading|long-standing|well-funded"
        r"|institutional) (?:\S+ )?(?:client|customer|investor"
        r"|sponsor|donor|buyer|principal|benefactor|backer|family office|patron)s?\b",
        "For an undisclosed client in Asia",
        "A private investor follows the port closely",
        "We help foreign investors before the election",
        silent=("An institutional investor relations course starts in May",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:client|customer|partner|investor|buyer|sponsor|friend|contact|compan(?:y|ie)|firm"
        r"|group|player|institution|house)s? (?:of mine |of ours )?(?:in|from) (?:the "
        r"(?:region|east|gulf|far east|field|sector|industry|background)|asia|abroad|overseas|the "
        r"asia-pacific|another country|my country|our country)\b",
        "A client in the region follows your committee",
        "Some companies in the industry would like to talk",
        silent=("Our clients in the lift sector are listed on the site",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:can ?not|can'?t|may not|not (?:yet )?(?:able|allowed|permitted|free|at liberty"
        r"|authori[sz]ed) to|unable to|won'?t|prefer not to|rather not"
        r"|not yet|will not)<2> (?:name|disclose|reveal|identify|say|tell you|share|mention)<2> "
        r"(?:who (?:it is|they are|the client|pays|is behind)|which (?:firm|company|client|bank"
        r"|employer)|the"
        r" (?:client|name|names|employer|company|firm|sponsor|buyer|end client)|names?|their (?:name"
        r"|identity)|our (?:client|principal|sponsor|donor)s?|them)\b",
        "I can't name the client at this stage",
        "I'm not at liberty to disclose the name of the firm",
        silent=("I can't share the names of patients", "We cannot say who won until the count"),
        strength=0.8,
    ),
    pattern(
        r"\bwho(?:ever)?<1> (?:is behind|'s behind|behind|pays|is paying|'s paying|requires|wants it"
        r"|commissions|commissioned|finances|funds|the client is"
        r"|the buyer is|stands behind)\b.*(?:not|n'?t|never|no matter|no business|silence|headache"
        r"|later|don'?t|need)",
        "Who wants it is not so important",
        "Whoever pays is my headache, okay",
        "Who commissioned it need not concern us",
        silent=("Who pays for the train is in the letter",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:clients?|customers?|sponsors?|donors?|buyers?|backers?|benefactors?|principals?"
        r"|investors?|partners?|supporters?|funders?|they)<3>"
        r" (?:prefers?|wish(?:es)?|likes?|wants?|choose|chooses|would rather|(?:do|does) not (?:wish"
        r"|seek|want)|don'?t (?:wish|seek|want)|cherish)<2>"
        r" (?:to (?:stay|remain|be) ?(?:in the )?(?:anonymous|background|discreet|unnamed|quiet|named"
        r"|thanked)?|publicity|anonymity|silence|discretion"
        r"|stay|remain|their anonymity|not to be named)",
        "Backers prefer silence",
        "Our benefactors do not seek publicity",
        "The client would rather remain in the background",
        silent=("They prefer to stay in the hotel by the station, said the driver of the lift",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:our|my|some|certain|the) friends\b<3> (?:hope|hopes|ask|asked|wants?|wish|appreciate"
        r"|interested|follow|like|would|find|is less)\b"
        r"|\binterests? (?:our|my) friends\b|\bpeople (?:i|we) (?:write for|work for|work with"
        r"|represent|advise)\b|\b(?:a |the )?(?:gentleman|lady|person|family"
        r"|house|circle|group) (?:i|we|whom i) (?:represent|serve|work for)\b",
        "Our friends would appreciate a view",
        "What interests our friends is the mood in the room",
        "A gentleman I represent would gladly help",
        silent=("My friends would like the early train",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:you(?:'ll| will)|name (?:of (?:the )?\S+ )?will be|client will be|employer will be"
        r"|identity will be|named|disclosed|revealed|will introduce themselves)<3>"
        r" (?:after (?:the |an |we |you )?(?:nda|first call|sign|signing|cv|non-disclosure)|in (?:due "
        r")?time|once (?:we|you|the nda|trust|they)|at a later stage|later)\b",
        "The name will be disclosed after an NDA",
        "You'll learn who they are in due time, it will be revealed later",
        "The client will be named once we have spoken",
        silent=("You will receive the agenda next week",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:client|employer|company|firm|buyer|sponsor|funder)(?: name)?:? (?:under nda"
        r"|confidential|undisclosed|n/?a|not needed|tbd|tba|secret|private)\b",
        "Client under NDA until CV is with me",
        "Employer: confidential",
        silent=("Employer: Norvane Therapeutics",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:supported|financed|funded|carried|commissioned|underwritten|requested|approached"
        r"|instructed|mandated|backed|retained) by (?:a number of|several|some"
        r"|certain|various|an?|external|private|international|foreign|friendly|overseas)<2> (?:bodies"
        r"|body|quarters|enterprises|parties|party|foundations?|donors?|sponsors?"
        r"|institutions?|investors?|companies|company|firms?|clients?|circles|houses?|funds?"
        r"|corporations?|organi[sz]ations?|supporters?|entity|entities)\b",
        "We have been requested by certain quarters to find an adviser",
        "The study is financed by a private foundation",
        silent=("The lab is supported by the Halvorsen Civic Fund",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:name|identity|identities) of (?:the |our |my )?(?:client|customer|buyer|sponsor|donor"
        r"|principal|employer|backer|funder|commissioning \S+)s?<3>"
        r" (?:not|n'?t|private|confidential|secret|silence|later|unimportant|withheld|aside)\b"
        r"|\b(?:not|n'?t) (?:so )?(?:important|necessary|relevant) who\b",
        "The identity of the client is confidential for now",
        "It is not important who reads it",
        silent=("The name of the sponsor is on every poster",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:some|several|a few|certain|various|different|other) (?:\S+ )?(?:companies|firms"
        r"|enterprises|institutions|organi[sz]ations|parties|readers|corporations|ministries)"
        r"<2> (?:want|wants|need|wish|look|looking|interested|would|ask|who|that|might|may|pay|hope"
        r"|desirous)\b",
        "Some institutions want your view on port traffic",
        "Several firms would like to talk to you",
        silent=("Some firms want a deposit for the hall",),
        strength=0.6,
    ),
)

_CLIENT_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\bno (?:hidden|secret|undisclosed|anonymous) (?:clients?|customers?|donors?|sponsors?)\b"
        r"|\b(?:we|i) (?:always |will )?name (?:our|the) (?:client|sponsor|donor)"
        r"|\b(?:client|employer|sponsor|buyer|donor|funder|customer|company|firm) is [a-z]+ (?:[a-z]+ "
        r")?(?:plc|gmbh|ag|ltd|limited|inc|llc|bv|ab|university|council|therapeutics|trust)\b"
        r"|\b(?:listed|named|printed|stated|published|shown) (?:on|in|under|below)\b|\b(?:req|advert"
        r"|ref|reference|requisition) ?(?:no\.?|number|#)? ?[a-z]{0,4}-?\d{3,}",
        "No hidden customers, we hire for ourselves",
        "Our client is Norvane Therapeutics, advert 88213",
        "Our clients in the lift sector are listed on the site",
    ),
    pattern(
        r"\b(?:patients?|deposit|investor relations|hotel by|early train|client[ -](?:server|side"
        r"|facing|services?|library)|email client|customer (?:service|success|support)"
        r"|civil partners?|donors? (?:blood|organ|kidney)|blood donors?)\b",
        "A confidential client-facing role",
        "Blood donors who want tea go left",
    ),
)

_ROLE_PATTERNS = (
    pattern(
        r"\b(?:have|got|is|there'?s|offer|offering|discuss|propose|present|with|regarding|about|for"
        r"|open (?:to|for)|interested in|explore)<2>"
        r" (?:an?|some|new|certain|another|interesting|good|great|unique|exciting|special|possible"
        r"|potential|mutual|side)<2> (?:opportunity|opportunities|cooperation|co-operation"
        r"|collaboration|possibilit(?:y|ies)|proposal|proposition|project|something|idea|matter"
        r"|partnership|offer)(?: for you| with you| together)?[.!?]?$",
        "I have an interesting opportunity for you",
        "Are you open to some cooperation?",
        "I would like to discuss a potential collaboration",
        silent=("I have an offer for you: Head of Treasury at Penhallow Mutual, Truro, two interviews",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:some|got|have|there'?s|there is|might be|may be|could be|a) (?:smth|sth|something"
        r"|stuff|thing|little job|small job|little something|work)<2>"
        r" (?:for (?:u|you|someone like you|a person like you)|coming up|that might (?:suit|interest) "
        r"you|you might like|in mind)\b",
        "got smth for u, txt me",
        "There might be some stuff coming up",
        "I have something in mind that might suit you, a little job for you",
        silent=("I have something for your cold",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:details|duties|tasks|specifics|particulars|substance|terms|description|scope|mandate"
        r"|role|title|position|work|content|subject|theme|rest)<3>"
        r" (?:later|to follow|will follow|will be (?:explained|discussed|clarified|told|shared)|loose"
        r"|open|flexible|evolving|may vary|to be (?:defined|discussed|agreed|decided|shaped)|once you"
        r"|after you|when we (?:speak|talk|meet)|not so necessary|not important|at the discretion|can "
        r"wait|tba|tbd|not fixed)\b",
        "Details later",
        "The mandate is deliberately loose",
        "The particulars will be explained when we meet",
        "The work is at the discretion of the company",
        silent=("The job description is attached and the details are on page two",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:can ?not|can'?t|not yet|unable to|rather not|won'?t|don'?t|do not|without)<2> (?:say"
        r"|tell|explain|describe|saying|telling|explaining|know|detail)<3> (?:the (?:job|work|role"
        r"|position"
        r"|project|duties|detail|details|task)|what (?:is )?(?:it|the (?:job|work|role|position"
        r"|task))|what it is|of what kind|more (?:here|now|at this stage))\b",
        "I cannot say what the job is yet",
        "I can't tell you more at this stage",
        "The job I do not explain now, I can not explain the work here",
        silent=("I don't know what the weather will do",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:first|only) (?:we |i )?(?:must |need to |have to )?know<2> (?:if|whether) you(?:'re| "
        r"are) (?:willing|interested|open|ready|available)\b|\bsay yes (?:first|and|then)\b"
        r"|\bif you (?:are|'re)<1> (?:open|interested|willing|available|ready),?<1> (?:i|we) (?:will"
        r"|can|shall|'ll|tell|explain|send)<2> (?:explain|tell|share|send|give|more|say|details)\b"
        r"|\binterested\? (?:yes/no|y/n|write|reply|tell me)",
        "First we must know if you are willing",
        "Say yes and we talk",
        "If you are interested, I will tell you more",
        silent=("If you are interested, the advert is on our careers page",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:not|n'?t) (?:a |an |really a |exactly a )?(?:job|role|position|post|employment"
        r"|contract)(?:-job)? (?:as such|exactly|in the usual sense|more|really|but|so much)\b"
        r"|\bisn'?t a job-job\b"
        r"|\bno (?:job )?title(?:$|[,.])|\b(?:job title|line manager|place of work): (?:not "
        r"applicable|n/?a|none|open)\b|\bno trade nor profession\b",
        "It's not a job as such",
        "Job title: not applicable",
        "There is no title, and it is not a role in the usual sense",
        silent=("No title deeds were found in the archive",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:foreign|external|special|senior|independent|occasional|remote|part-?time|freelance"
        r"|overseas) (?:consultant|adviser|advisor|expert|writer|correspondent|observer|contributor"
        r"|associate)s?"
        r"<2> (?:for|on|in) (?:daily|special|various|certain|different|general|some|international"
        r"|several) (?:\S+ )?(?:matters?|affairs|issues|topics|questions|projects|subjects|things)\b",
        "We need a foreign consultant for special matters",
        "You could be an external adviser on various topics",
        silent=("The external adviser on pension matters retires",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:when-we-need-you|as (?:things|needs|questions) (?:arise|come up)|whatever (?:comes"
        r"|arises|is needed)|from time to time|now and then|occasional(?:ly)?)<3>"
        r" (?:favou?rs?|tasks?|work|help|requests?|questions?|assignments?|things|jobs?)\b"
        r"|\bwhen-we-need-you\b|\b(?:a few|some|little|small) (?:favou?rs|tasks|jobs)<2> (?:now and "
        r"then|from time to time|as they come)\b",
        "From time to time some small tasks",
        "It is a when-we-need-you sort of thing",
        silent=("From time to time the lift stops",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:circle|club|network|group|community|practice|platform|initiative) of (?:\S+ "
        r"){0,3}(?:people|minds|thinkers|experts|friends|professionals|souls|specialists|insiders)\b"
        r"|\bdiscreet (?:practice|bursary|circle|programme|fellowship|arrangement|mandate|assignment)\b",
        "I coordinate a small circle of people",
        "You have been proposed for a discreet bursary",
        silent=("A circle of chairs stood in the hall",),
        strength=0.55,
    ),
)

_CHAIN_PATTERNS = (
    pattern(
        r"\b(?:my|our|a|the|another)<2> <boss>(?: of mine| of ours)?,?<3> (?:will|would|shall|can|is "
        r"going to|wants? to|wishes to|would like to|'ll|takes? over|decides?|gives?)"
        r"<2> (?:contact|write|reach|call|talk|speak|get in touch|message|take|explain|handle|send"
        r"|decide|tell|brief|things|conduct|join|be your|give|the theme|the topic|meet)\b",
        "My colleague will contact you about the rest",
        "Our director would like to talk to you",
        "Then my director will decide the theme",
        silent=("The director will bow after the concert",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:introduce|present|connect|pass|hand|refer|forward|transfer|put|recommend|leave)<1> "
        r"you<2> (?:to|on to|over to|onto|with|in touch with|through to|in the hands of)<3>"
        r" (?:<boss>|friend|partners?|team|clients?|someone|somebody|one better informed|side"
        r"|colleagues?|department)\b",
        "I will then present you to my principal",
        "Let me put you in touch with our consultant",
        "I leave you in the hands of one better informed",
        silent=("I'll put you through to the switchboard",),
        strength=0.75,
    ),
    pattern(
        r"\b<boss> (?:of mine |of ours )?(?:from|at|in) (?:an? |our |the |my )?(?:\S+ )?(?:partner"
        r"|affiliated|sister|affiliate|other|another|parent|client|head) (?:\S+ )?(?:firm|company"
        r"|centre|center|office|bureau|side|institute)\b"
        r"|\bpartner (?:bureau|office|firm|agency)<3> (?:handle|handles|take|takes|contact|write"
        r"|manage|manages|in charge|assigned)\b",
        "A colleague from an affiliated centre would supervise it",
        "The partner bureau will handle your engagement as partner office takes over",
        silent=("The head of our parent teacher group",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:he|she|they|who) (?:is|are|'s) (?:the one|the person|in charge|responsible)<3> (?:with "
        r"the|who|that|of|for)<2> (?:budget|money|project|pays|decides|client|topics?|payment|account"
        r"|writers?|experts?)\b",
        "He is the one with the budget",
        "She's the person who decides topics, he is the one who pays",
        silent=("She is responsible for the garden",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:i|we) (?:only|just|merely|always)<1> (?:find<2> (?:people|experts|writers|names"
        r"|persons|authors)|introduce|connect|do the hello|make the introduction|pass (?:on "
        r")?messages?|forward|relay|bring)\b|\b(?:i am|i'?m) (?:only|just|merely|but) (?:the|a) "
        r"(?:door"
        r"|messenger|link|bridge|go-between|middleman|intermediary|matchmaker|humble servant|scout)\b",
        "I only find the right people",
        "I'm just the messenger",
        "I am but the humble servant of others",
        silent=("I only find the right shoes in Leeds",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:via|through|by way of|by means of) (?:an?|our|my|the) (?:\S+ )?(?:intermediary"
        r"|go-between|consultant|middleman|agent|representative|coordinator|handler|liaison)\b"
        r"|\bgo-between\b|\bliaises with\b",
        "Questions will reach you by way of an intermediary",
        "It all goes through our consultant",
        silent=("Apply through the portal of the council",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:my|our) <boss>(?: \S+)? (?:is (?:interested|keen|impressed|hooked|curious|pleased)"
        r"|likes? (?:your|that you|you)|liked|loves? your|was (?:impressed|struck|pleased)|asks? for"
        r"|needs? (?:a|one|your|more))\b",
        "My boss is interested in your work",
        "Our director asks for one more page",
        silent=("My professor at school was strict",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:point of contact|contact person|handler|case officer|day-to-day contact)<2> (?:will be"
        r"|shall be|from now on|from there)\b|\b(?:from there|from now on|henceforth|henceforward)<4> "
        r"<boss>\b",
        "Dr Lin will be your point of contact from now on, your contact person is her",
        "Henceforward my superior conducts the dialogue",
        silent=("The contact person at the town hall was ill",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:i|we)<1> (?:place|match|find|supply|source|recruit) (?:writers?|experts?|authors?"
        r"|consultants?|advisers?|advisors?|people|talents?)<2> (?:with|for|to) (?:buyers?|clients?"
        r"|readers?|others|third parties|overseas|foreign|partners)\b",
        "I now place writers with buyers",
        "We find experts for overseas readers",
        silent=("We place students for the summer in Kent",),
        strength=0.65,
    ),
)

_CHAIN_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:on (?:annual )?leave|holiday|hr (?:director|manager|team)|hiring manager|panel"
        r"|interview|ethics approval|staff directory|front desk|no go-between|i deal with principals"
        r"|suffer no|switchboard|audit|statistical|her extension|staff page|service desk)\b",
        "Our hiring manager will call you to arrange the interview",
        "I am on leave, my colleague will write to you",
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="vague_client",
        family="client",
        name="Client not named",
        definition=(
            "Who hires or who pays is never named: a client in the region, our partners, some companies. "
            "Naming promised after a"
            " non-disclosure agreement still counts. A client who is named later in the conversation "
            "clears it."
        ),
        seen_in="MD",
        sources=(
            source("five_eyes_2026", "clients are left unspecified"),
            source("case_critic", "unnamed companies were said to want a talk"),
        ),
        measures=("patterns", "meaning", "role_facts"),
        patterns=_CLIENT_PATTERNS,
        vetoes=_CLIENT_VETOES,
        fires=(
            "Our client wishes to understand the mood in the committee",
            "I can't name the client at this stage",
            "A fund, undisclosed at this stage, follows the market",
            "Some institutions want your view on port traffic",
            "The donors prefer to stay in the background",
        ),
        silent=(
            "No hidden customers, we hire for ourselves",
            "Our client is Penhallow Mutual, advert 88213",
            "An email client that works offline",
            "Beware of people who can't name the client",
            "The name of the sponsor is printed on every poster",
        ),
        rates=Rates(0.65, 0.3),
        reviewer="Who hires or pays is not named",
        absent="Who hires or pays is named",
        innocent=(
            "Retained search hides the client until a non-disclosure agreement is signed",
            "Expert networks hide the client on principle",
            "First messages are often short",
        ),
        next_step="Ask in writing who the client is and why you, before anything else; no answer "
        "is an answer",
    ),
    Indicator(
        id="vague_role",
        family="client",
        name="Role without content",
        definition=(
            "An opportunity, a cooperation or a project is offered without title, duties, employer, "
            "place, reporting line or process. A"
            " short first message that gives one or two of these facts, or points to an advert, is not it."
        ),
        seen_in="MO",
        sources=(source("npsa_2025", "be careful with approaches that stay vague"),),
        measures=("role_facts", "patterns", "meaning"),
        patterns=_ROLE_PATTERNS,
        vetoes=(
            *QUOTED_WARNINGS,
            pattern(
                r"\b(?:attached|advert|careers page|page two|job description|annex(?:ed)?|appended|equal "
                r"opportunit(?:y|ies)|opportunity employer|req \d|ref(?:erence)? \S*\d)\b",
                "The job description is attached and the details follow",
                "We are an equal opportunity employer",
            ),
        ),
        fires=(
            "I have an interesting opportunity for you",
            "The mandate is deliberately loose",
            "I cannot say what the job is yet",
            "Say yes and we talk",
            "It's not a job as such",
        ),
        silent=(
            "We are an equal opportunity employer",
            "The job description is attached and the details are on page two",
            "Head of Treasury at Penhallow Mutual, Truro, permanent, two interviews",
            "Equal opportunities work is part of the role",
        ),
        rates=Rates(0.5, 0.2),
        reviewer="The role has no title, duties, employer, place or process",
        absent="The role is described",
        innocent=(
            "A recruiter may only want to know whether you are open to a talk",
            "A client may not have settled the role yet",
            "Networking messages have no role in them at all",
        ),
        next_step="Ask for a written role with employer, duties, place, reporting line and process",
    ),
    Indicator(
        id="intermediary_chain",
        family="client",
        name="Handed on to others",
        definition=(
            "The target is passed from the first contact to a colleague, consultant, client or boss who "
            "does the asking. A hiring"
            " manager, a panel or a stand-in during leave, within one named firm, is not it."
        ),
        seen_in="MD",
        sources=(
            source("csis_2023", "the consultant and the client to whom one is passed on are both officers"),
        ),
        measures=("patterns", "meaning"),
        patterns=_CHAIN_PATTERNS,
        vetoes=_CHAIN_VETOES,
        fires=(
            "I will then present you to my principal, who takes things from there",
            "A colleague of mine will reach out to you",
            "I only find the right people, he is the one with the budget",
            "My boss likes your paper",
        ),
        silent=(
            "Our hiring manager will call you to arrange the interview",
            "I am on leave, my colleague will write to you",
            "An intermediary in protein signalling binds both kinase and receptor",
            "She is responsible for the garden",
        ),
        rates=Rates(0.3, 0.12),
        reviewer="The target is handed on to somebody else who does the asking",
        absent="The sender speaks for themselves",
        innocent=(
            "Agencies split finding people from placing them",
            "A researcher may write for a partner of the firm",
            "The hiring manager takes over in any ordinary process",
        ),
        next_step="Ask for the full name, post and firm of everybody in the chain, and verify "
        "each outside the "
        "conversation",
    ),
)
