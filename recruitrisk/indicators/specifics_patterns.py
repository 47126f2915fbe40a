"""Patterns of the family ``specifics``."""

from __future__ import annotations

from recruitrisk.indicators.vocabulary import pattern

__all__ = [
    "BOUNDARY",
    "BOUNDARY_VETOES",
    "CLIENT",
    "CLIENT_VETOES",
    "PROCESS",
    "PROCESS_VETOES",
    "REFERENCE",
    "REFERENCE_VETOES",
    "TERMS",
    "TERMS_VETOES",
    "VERIFICATION",
    "VERIFICATION_VETOES",
]

# Text is lower-cased before patterns run, so a name shows only by the words around it and by words that
# names end in.
_BODY = (
    r"(?:university|council|hospital|bank|mutual|therapeutics|plc|gmbh|ltd|limited|inc|llc|ag|bv"
    r"|ab|sa|nv|oy|spa|systems|foundation|society|museum|institute of \S+|ministry of \S+|dg \S+"
    r"|forum|trust|capital"
    r"|energy|logistics|rail|airlines?|airport|port authority|gold|mines|partners llp|university "
    r"press|ledger|times|post|herald|gazette|broadcasting|radio|borough council|county council"
    r"|city council|parliament|college|school|academy)"
)
_SHOW = (
    r"(?:hiring|recruiting|looking|seeking|taking on|publishing|advertising|appointing|launching"
    r"|organi[sz]ing|inviting|needs|wants|has opened|is opening)"
)

CLIENT = (
    pattern(
        r"\b(?:client|employer|customer|hirer|host|funder|sponsor|prime|company|end client|hiring "
        r"company)(?: is|:|'s) (?:called |named |the )?[a-z][a-z'&.-]+ (?:\S+ ){0,3}?(?:"
        + _BODY[3:-1]
        + r"|in [a-z]+)\b|\bemployer: [a-z]\S+ [a-z]\S+",
        "The client is Penhallow Mutual in Truro",
        "Employer: Norvane Therapeutics",
        silent=("The client is a leading bank", "Our client is an investor in the region"),
        strength=0.85,
    ),
    pattern(
        r"^(?:\S+ ){0,6}?[a-z][a-z'&.-]+ "
        + _BODY
        + r"<2> (?:is |are |wants? to |would like to )?"
        + _SHOW
        + r"\b",
        "Wexcombe Borough Council is hiring a head of procurement",
        "{me}, Asankra Gold needs a planner",
        silent=("Another leading bank is hiring",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:i'?m|i am|we are|we'?re|my name is)<6> (?:reporter|journalist|editor|producer"
        r"|correspondent|writer)<2> (?:at|with|for|from|on) (?:the )?[a-z]+\b",
        "I'm a reporter at Fjordposten",
        "I am an editor with the Potomac Ledger",
        silent=("I am a reporter by trade",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:i|we)(?:'m| am|'re| are)?<1> (?:recruit|recruiting|hire|hiring|work|working|teach"
        r"|write|writing|acting|act|search|searching|retained)<4> (?:at|for|by|on behalf of|from|with) "
        r"(?:the )?(?:\S+ ){0,3}?" + _BODY + r"\b",
        "I'm recruiting for the University of Valdarno",
        "I teach law at the University of Valdarno",
        "We act for Calder Ridge Systems",
        silent=("I work for a bank", "We recruit for a leading bank"),
        strength=0.75,
    ),
    pattern(
        r"\bon behalf of (?:the )?[a-z'&.-]+ (?:\S+ ){0,3}?"
        + _BODY
        + r"\b|\b(?:role|post|position|vacancy|job|opening|interim|director|lead|head of \S+|manager"
        r"|engineer|planner)<6> (?:at|with|for) (?:the )?[a-z'&.-]+ (?:\S+ ){0,2}?" + _BODY + r"\b",
        "On behalf of the Adriatic Dialogue Forum",
        "Head of Procurement interim at Wexcombe Borough Council",
        silent=("On behalf of a bank", "A post at a leading bank"),
        strength=0.75,
    ),
    pattern(
        r"\b(?:it'?s|it is|that'?s|they are|the firm is|the employer is|the company is|the buyer is"
        r"|fair:? it is|named:?) (?:the )?[a-z][a-z'&.-]+ (?:\S+ ){0,2}?" + _BODY + r"\b",
        "Fair enough, it is Penhallow Mutual",
        "It's Norvane Therapeutics, advert 88213",
        silent=("It is a bank",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:dg|directorate-general|ministry of|department (?:of|for)|office of|university of|bank "
        r"of|port of|city of|council of|institute of|college of|society of|society for|royal|embassy "
        r"of|european|national|federal) [a-z]{3,}\b<8> (?:is |are |has |would |will )?(?:\w+ )?(?:"
        + _SHOW[3:-1]
        + r"|publish(?:es|ed)|opened|invites?|seeks?|hosts?)\b",
        "DG MARE is publishing a post on fisheries control",
        "The University of Valdarno invites you",
        silent=("The ministry wants to publish it",),
        strength=0.75,
    ),
)

CLIENT_VETOES = (
    pattern(
        r"\b(?:client|employer|customer|company|firm|sponsor|it|buyer)(?:'s)? (?:is|name is|are|'s"
        r"|gives?) (?:an?|one of|some|in|me|the|new|private|american|interested|therefore|going"
        r"|looking|eager|not|confidential|undisclosed|under|called nothing|in the|based|located)\b"
        r"|\b(?:undisclosed|unnamed|anonymous|confidential|leading|major|another|certain|private"
        r"|foreign|well-known) (?:\S+ )?(?:bank|university|company|firm|foundation|client|investor"
        r"|institute|academy|council)\b|\b(?:for|at|of|with|from) an? (?:\S+ )?(?:bank|university"
        r"|hospital|council|foundation|school|forum|trust|college|firm|museum|academy|society)\b"
        r"|\b(?:name|named)<4> (?:follow|later|after)\b|\bnot (?:hiring|recruiting)\b|\bin gazette\b"
        r"|\bclient'?s interested\b|\bfood bank\b|\bbehalf of the bank\b|\bour museum\b",
        "The client is an institute in the region",
        "We recruit for a leading bank",
        "I work for a bank",
    ),
)

REFERENCE = (
    pattern(
        r"\b(?:req|requisition|ref|reference|job ref|job id|vacancy|advert|ad|tender|call|notice"
        r"|project|grant|lot|opening|posting|position)(?: no\.?| number| id| ref| code)?[:#]? (?:is "
        r")?(?:number )?[#a-z/-]{0,12}-?\d{2,}[a-z0-9/-]*\b",
        "Req 40417 on their site",
        "It's Norvane Therapeutics, advert 88213",
        "The call is number HCF-31 on our website",
        silent=("The job is 20 minutes away", "A call at noon"),
        strength=0.85,
    ),
    pattern(
        r"\b(?:advert|ad|advertised|posted|vacancy|listed|listing|published|post|posting|role"
        r"|programme|program|call|tender|notice|details|terms|conditions|brief|form|application"
        r"|statutes|job|description)<6> (?:on|in|at|through|via) (?:our |the |their |its |your "
        r")?(?:\S+ )?(?:careers? (?:page|site|portal)|website|web ?site|web page|jobs? (?:page|board"
        r"|site|portal)|site|official journal|ted|cordis|civil service jobs|intranet|gazette|public "
        r"register|newsletter|programme book|portal|alumni pages|bulletin)\b",
        "The advert is on our careers page",
        "The post was published in the Official Journal",
        silent=("There is no advert on the site", "Our website is under construction"),
        strength=0.8,
    ),
    pattern(
        r"\b(?:careers page|jobs page|careers portal|careers site|civil service jobs|official journal"
        r"|tenders electronic daily|cordis|usajobs|jobs board|apply (?:via|through|on|at|by) (?:the "
        r"|our |their )?(?:\S+ )?(?:page|site|website|portal))\b",
        "Apply only through the careers page",
        "Project number is on CORDIS",
        silent=("Apply some glue on the page",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:job ref|reference|ref\.?)(?: is| number is|:)? [a-z]{1,6}[-/ ]?\d{2,}\b"
        r"|\b[a-z]{2,6}(?:-[a-z]{2,6})?[-/]\d{3,}\b",
        "Reference MARE-SNE-2291",
        "Their job ref is HV-2291",
        silent=("Model tgv-12",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:public(?:ly)? (?:advertised|tender|advert|call|competition|vacancy|procurement"
        r"|programme)|published (?:call|programme|vacancy|advert|tender|band|scale)|framework "
        r"agreement|printed programme|open competition|call for (?:papers|abstracts|proposals|experts"
        r"|tenders))\b",
        "It is a publicly advertised post",
        "We are on the national framework agreement",
        silent=("A public house",),
        strength=0.7,
    ),
)

REFERENCE_VETOES = (
    pattern(
        r"\b(?:no|not|never|isn'?t|without)<3> (?:advert\S*|public|published|posted|listed|reference"
        r"|ref|req)\b|\bwhen you pay\b|\btelegram\b|\bwhatsapp\b",
        "There is no advert on the site",
        "The role is not advertised on any page",
    ),
)

_SUM = (
    r"(?:[$€£¥] ?\d[\d.,]*k?|(?:chf|eur|gbp|usd|sek|nok|dkk|pln|rmb|aud|cad|inr) ?\d[\d.,]*(?: "
    r"\d{3})*k?|\d[\d.,]*(?: \d{3})*k? ?(?:euros?|eur|gbp|usd|chf|dollars?|pounds?|sek|nok|pln))"
)

TERMS = (
    pattern(
        _SUM + r" ?(?:-|to|and|through|till) ?(?:[$€£¥]|[a-z]{3} )? ?\d[\d.,]*(?: \d{3})*k?|\b\d{2,3}k? ?- "
        r"?\d{2,3}k\b",
        "€98k to €105k, permanent",
        "€66-72k, pension, two days from home",
        "155-165K W2 with full benefits",
        silent=("£20 for two",),
        strength=0.7,
    ),
    pattern(
        r"(?:"
        + _SUM
        + r"|\b(?:salary|band|rate|fee|pay|day rate|wage)\b).*\b(?:permanent|contract|payroll|paye|w2"
        r"|pension|benefits|invoice|umbrella|ir35|holiday pay|fixed[- ]term|gross|per annum|taxed"
        r"|payslip|social security|tax form|limited company|labou?r law|collective agreement|pay scale"
        r"|pay band|grade|bonus)\b",
        "£575 a day inside IR35 via umbrella",
        "$4,000 a month through payroll",
        "The rate is paid against invoice",
        silent=("The fee is £20 at the door",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:against|on|by|with|after|via|through|inside|under)<2> (?:an? |your |our |the "
        r")?(?:invoice|payroll|paye|purchase order|umbrella|ordinary contract|employment contract"
        r"|standard contract|usual tax form|service contract|collective agreement|bank transfer "
        r"against)\b",
        "Paid by bank transfer against an invoice",
        "It goes through our payroll",
        silent=("Turn on the light under the porch",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:permanent|fixed[- ]term|full[- ]time|part[- ]time|ordinary|standard|\d+[- ]months?"
        r"|employment)<1> (?:\S+ )?(?:contract|position|post|employment|role)\b.*(?:"
        + _SUM
        + r"|pension|benefits|gross|pay scale|band)",
        "A permanent contract with pension",
        "A fixed-term post, 41,000 euros gross",
        silent=("A permanent role for the lake",),
        strength=0.75,
    ),
    pattern(
        # "band" and "grade" alone are music and school: they need a number, a sum or a post behind them.
        r"\b(?:(?:pay|money) (?:band|scale|grade)|salary (?:band|range|scale|grade)|collective agreement"
        r"|tariff|tv-?[lö]d?)\b<3> (?:is|of|from|:|between|\d)<3>"
        r"|\b(?:band|grade)\b<5> (?:[$€£¥]|[a-z]{3} )?\d{2,3}(?:[., ]?\d{3}|k|(?: ?(?:-|to|and) ?\d+)? "
        r"?thousand)\b|\b(?:band|grade)(?: (?:is|of|from|between)|:) \d{1,3}k? ?(?:-|to|and) ?\d"
        r"|\b(?:band|grade) (?:[a-z]{1,2})?\d{1,2}[a-h]?\b"
        r"|\b(?:band|grade) (?:for|of) (?:the|this|that) (?:post|role|position|job|vacancy)\b",
        "The salary band is 50 to 60 thousand",
        "Grade 7, from 54,000",
        "It is a band 8a post",
        silent=(
            "A brass band is playing below my window",
            "A band of 12 is on the stage",
            "My daughter has passed grade 5 on the piano",
            "The grade of the road is steep",
        ),
        strength=0.6,
    ),
)

TERMS_VETOES = (
    pattern(
        r"\b(?:no|not|without|never|zero|n'?t)<2> (?:an? |any )?(?:contract|invoice|payroll|pension"
        r"|tax|paperwork|receipt)\b|\b(?:cash|crypto\S*|bitcoin|usdt|gift cards?)\b|\bper (?:report"
        r"|paper|article|page|note|question|piece)\b|\b(?:for|each) (?:\S+ )?(?:report|paper|note"
        r"|pages)\b|\bthe band is late\b|\bgrade \d{1,2}\b<4> (?:piano|violin|flute|ballet|music|pupils?|class|maths"
        r"|school|steel|tumou?r)\b",
        "No contract or invoice, €500 to €900",
        "1500-3000 USD for 6-10 pages",
    ),
)

PROCESS = (
    pattern(
        r"\b(?:one|two|three|four|first|second|third|final|\d|panel|technical|competency|structured"
        r"|screening)<1> (?:stage |round |panel |technical |formal )*(?:interviews?|stages?|rounds?"
        r"|assessments?|assessment day|panel)\b",
        "Two panel interviews with their director and HR",
        "Two interviews, the second with the CEO",
        silent=("No second interview",),
        strength=0.75,
    ),
    pattern(
        r"\binterviews?\b<6> (?:with|by|on|at|before|panel|in)<2> (?:the )?(?:ceo|cfo|cto|director"
        r"|ops director|(?:\S+ )?officer|hr|head|panel|manager|board|committee|\d+(?:st|nd|rd|th)?"
        r"|monday|tuesday|wednesday|thursday|friday|vorstand|minister|dean|ops director|chair)\b",
        "Interviews are on the 14th with Karen and the ops director",
        "An interview with the s151 officer and the director",
        silent=("An interview with a cat",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:dbs|background check|reference check|references|security vetting|vetting|bpss|baseline "
        r"check|pre-employment checks?|right to work)\b<3> (?:and|then|check|after|follow|follows"
        r"|required|form)\b|\bthen<3> (?:dbs|references|refs|vetting|checks|medical)\b",
        "One interview, then standard DBS and refs",
        "Vetting follows after the offer",
        silent=("No references are required",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:book|put|meet|see|talk|speak|call|interview|send|pass|write)\b<5> (?:with|to|by) "
        r"[a-z]+ (?:in|from|at|of) (?:hr|human resources|talent|recruitment|people|payroll"
        r"|procurement|the (?:hr|people|talent|recruitment) team|our hr)\b|\b(?:hr|hiring manager"
        r"|selection (?:panel|committee)|appointments? committee|recruitment (?:team|panel)|search "
        r"committee|human resources|talent team)<2> (?:will|would|then|must|countersign|sends?"
        r"|calls?)\b",
        "I'll book you with Joost in HR",
        "The hiring manager will call you",
        silent=("Don't tell HR about the panel",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:closing date|deadline for applications|application deadline|sift is|written test"
        r"|entrance exam|exam in|applications? (?:close|closes|must|by|through|via)|selection board"
        r"|assessment cent(?:re|er))\b",
        "Closing date is the 21st",
        "The sift is on Monday",
        silent=("The closing of the shop",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:process|procedure|steps?|next steps)\b<2> (?:is|are|has|consists?|includes?|:|have)<8> "
        r"(?:interviews?|panel|screening|test|call|references|assessment|visit|director|steps)\b",
        "The process is a screening with me, then a panel",
        "The interview have three steps: the process has a test, a visit of the factory",
        silent=("The process of rust",),
        strength=0.75,
    ),
)

PROCESS_VETOES = (
    pattern(
        r"\b(?:no|not|without|skip|never|n'?t|zero|waive\S*)<3> (?:second |any |first |formal "
        r"|need(?:ed)? |an? )*(?:interviews?|panel|vetting|hr|references|test|checks?|application"
        r"|assessment)\b|\b(?:interviews?|panel|vetting|references|test|checks?)<2> (?:not|n'?t) "
        r"(?:necessary|needed|required)\b",
        "No interview is needed, and no vetting",
        "Without any panel or vetting",
    ),
)

VERIFICATION = (
    pattern(
        r"\b(?:look|check|verify|google|find|search|confirm|ring|call|phone|ask)\b<2> (?:us|me|who i "
        r"am|our number|my name|the firm|our entry)\b<6> (?:up|register|companies house|website|site"
        r"|switchboard|chamber|contact page|staff page|directory|reception|independently|yourself|out "
        r"there)\b|\blook (?:it|that|this|them) up\b",
        "Look us up in the register",
        "Check us on the contact page",
        "Ring us through the switchboard",
        silent=("You don't need to check us with anyone",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:switchboard|main (?:number|line|desk)|front desk|newsdesk|head office|porter'?s "
        r"lodge)\b<5> (?:confirm|confirms|will|can|vouch|happy|number|and ask|put)\b|\bswitchboard "
        r"(?:is|on|at)\b|\b(?:call|ring|phone|ask)<3> (?:switchboard|main number|main line|front desk"
        r"|newsdesk|reception|head office)\b",
        "Call our switchboard and ask for me",
        "Our newsdesk will confirm who I am",
        strength=0.8,
    ),
    pattern(
        r"\b(?:feel free|welcome|happy for you|please do|glad(?:ly)?|you can|you may|do|better|rather"
        r"|want to|wise to|sensible to)<2> (?:to )?(?:verify|check|confirm|look|ask|ring|call|visit"
        r"|google|contact|speak to)\b<6> (?:me|us|with|office|references?|register|hr|site|firm"
        r"|credentials|our|switchboard|colleagues|institute|first|department|people|page|clients?)\b",
        "Feel free to verify me with our HR",
        "You can check us first",
        "You are welcome to visit our office",
        silent=("You can check your watch",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:visit|come (?:to|by|and see)|drop (?:by|in)|meet<3>(?: at| in)|see)<2> (?:us|our|the"
        r"|me)?<2> ?(?:office|offices|lab|laboratory|premises|campus|factory|headquarters|institute"
        r"|showroom)\b",
        "You are welcome to visit the office",
        "Drop by our lab",
        silent=("The office visits are over",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:company|charity|register(?:ed)?|registration|membership|member|licen[cs]e|vat|firm "
        r"reference|frn|kvk|siren|hrb)\b<2> (?:number|no\.?|nr\.?|#|entry)?<1> ?[a-z]{0,4} ?\d{4,}"
        r"|\b(?:companies house|chamber of commerce|charity commission|fca register|trade register"
        r"|handelsregister|esomar|register of (?:charities|companies))\b",
        "Our company number is 0612345",
        "We're members of ESOMAR",
        silent=("We are 1200 members in the choir",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:references?|referees|former clients|past (?:authors|clients|speakers|candidates)"
        r"|previous (?:authors|clients|speakers|candidates))\b<6> (?:happy to|available|gladly|on "
        r"request|will tell|can tell|can confirm|take a call|you can call|welcome)\b|\b(?:my|our) "
        r"(?:staff|faculty|team|profile|editor'?s|supervisor'?s|professor'?s|contact|imprint"
        r"|masthead)<1> (?:page|entry|number|name|and phone)<4> (?:is|are|on|there|confirms?)\b"
        r"|\bi(?:'m| am) (?:on|listed on|named on) (?:the|our) (?:staff|faculty|team|contact|imprint"
        r"|department)\b",
        "Two clients are happy to take a call; references on request, available today",
        "My supervisor's page is on the faculty site",
        silent=("The references are at the end of the thesis",),
        strength=0.7,
    ),
)

VERIFICATION_VETOES = (
    pattern(
        r"\b(?:don'?t|do not|no|not|needn'?t|never|why)<3> (?:need to |have to |necessary to |would "
        r"you )?(?:check|verify|look|ask|call|ring|visit|google|find|confirm)\b|\bverify your\b"
        r"|\bconfirm your\b|\bcheck your\b|\bprivate number\b|\b(?:whatsapp|telegram|wechat)\b"
        r"|\bclick(?:ing)? (?:here|the link)\b",
        "You don't need to check us with the register",
        "Please verify your account with us",
    ),
)

BOUNDARY = (
    pattern(
        r"\b(?:do not|don'?t|dont|never|must not|mustn'?t|may not|should not|shouldn'?t|can ?not"
        r"|can'?t|will not|won'?t|refrain from|please avoid|avoid|no need to|not)\b<5> (?:share"
        r"|sharing|disclos\S*|send|sending|reveal\S*|discuss\S*|ask|include|accept|use|provide"
        r"|providing|mention|bring|touch|want|need|require|seek|collect|receive|tell us|tell me)\b<6>"
        r" (?:confidential|non-?public|internal|classified|privileged|proprietary|restricted"
        r"|unpublished|sensitive|secret|inside information|insider|client-derived|live tenders|pending"
        r"|employer'?s (?:data|secrets|information))\b",
        "Experts must never share non-public information",
        "Please do not send confidential material",
        silent=("Do not share this with your employer", "We do not need public things"),
        strength=0.8,
    ),
    pattern(
        r"\b(?:nothing|no|not any(?:thing)?)<2> (?:confidential|classified|non-?public|internal"
        r"|privileged|restricted|proprietary|sensitive|secret|on pending files|configuration details"
        r"|unpublished|client-derived|inside information|that (?:isn'?t|is not|has not been) "
        r"(?:already )?(?:public|published))\b",
        "Nothing confidential, please",
        "No configuration details, nothing about your own network",
        silent=("There is nothing like confidence",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:only|purely|solely|just|exclusively|strictly|stick to|keep to|confined? (?:yourself "
        r")?to|limited to|based on)<4> (?:open|public|published|publicly available|open-source|what "
        r"is (?:already )?(?:public|published)|what (?:you are|you'?re) (?:free|allowed) to|stuff "
        r"that'?s already out|already (?:public|published|out))<1> ?(?:sources?|material|data"
        r"|information|domain|say|share|record)?\b",
        "Only open sources, please",
        "only what you are free to say of course",
        silent=("Public sources are not enough, only real ones",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:ask|tell|inform|notify|consult|check with|clear (?:it|this|participation) with|clear "
        r"with|talk to|speak to|permission (?:of|from)|consent (?:of|from)|approval (?:of|from)"
        r"|authori[sz]ation (?:of|from)|disclose (?:it|this) to|declare (?:it|this) to|get|obtain)<1> "
        r"(?:your|their) (?:\S+ )?(?:employer|ministry|department|line manager|boss|hr|university"
        r"|institution|security (?:officer|team|adviser|people)|compliance|ethics|supervisor|secretary "
        r"general|council|institute)(?:'s)?\b<4> ?(?:first|before|permission|consent|approval|written"
        r"|in advance|and)?",
        "Do ask your employer first",
        "Please get your ministry's written permission",
        "We ask officials to clear participation with their ministry",
        silent=("You need not ask your employer", "Without permission from your boss"),
        strength=0.7,
    ),
    pattern(
        r"\b(?:off[- ]limits|chatham house|cooling-off|code of conduct|compliance (?:module|rules"
        r"|training|notice|team|policy)|conflicts? of interest|outside (?:interests|activities) "
        r"(?:rules|policy|form)|declare (?:it|the fee|this)|may not discuss|you say pass|leave out "
        r"anything|general counsel reads)\b",
        "Anything not published is off limits",
        "The cooling-off rules apply",
        silent=("The light is off",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:you may|you can|free to|feel free to|welcome to|please|happy for you to|gladly)<2> "
        r"(?:tell|show|forward|share|discuss|report|mention)<4> (?:to |with )?(?:your )?(?:employer"
        r"|boss|colleagues|hr|security|line manager|ministry|department|university|anyone|whomever)\b",
        "Feel free to show this to your security officer, and tell your employer",
        "Please tell your employer before you accept",
        silent=("Please tell me more",),
        strength=0.65,
    ),
)

BOUNDARY_VETOES = (
    pattern(
        r"\b(?:need not|needn'?t|don'?t|do not|no need to|never|without|not|avoid)<2> (?:ask|asking"
        r"|tell|telling|inform|informing|permission|consent|approval|mention|bother|trouble"
        r"|notify)\b<5> (?:employer|ministry|department|boss|hr|university|institution|line manager"
        r"|security|compliance|office|colleagues|anyone|superiors)\b"
        r"|\bpublic sources<3> (?:not|n'?t)\b|\bnot enough\b",
        "You need not ask your employer",
        "Do not tell your ministry",
    ),
)
