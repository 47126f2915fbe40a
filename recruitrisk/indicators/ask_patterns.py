"""Patterns of the family ``ask``: reports and inside knowledge."""

from __future__ import annotations

from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern

__all__ = ["INSIDER", "INSIDER_VETOES", "REPORT", "REPORT_VETOES"]

REPORT = (
    pattern(
        r"\b(?:write|draft|prepare|compose|produce|deliver|contribute|submit|author|pen|draw up|put "
        r"together|jot down|set down|supply|provide|send|compile)\b(?: us| me| our \S+| for us| for "
        r"me| him)?<4> (?:report|paper|brief|briefing|memo|memorandum|analysis|assessment|overview"
        r"|summary|write-?up|essay|column"
        r"|notes?|position document|survey|digest|article|articles|reports|papers|briefs|memos"
        r"|analyses|pieces?|commentary|outline|two pages|few pages|pages)\b<4> (?:on|about|of"
        r"|regarding|concerning|covering|for our|into|upon)\b",
        "Could you write a short report on export controls?",
        "We ask you to draft an analysis of the naval market",
        "Please prepare two pages on the committee",
        silent=("Please send the invoice on Friday",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:report|paper|brief|briefing|memo|memorandum|analysis|assessment|overview|summary"
        r"|write-?up|essay|articles?|reports|papers|notes?|column|study|commentary|survey"
        r"|pages)s?\b<2> (?:on|about|regarding|concerning|covering|into|upon)<4> <topic>\b",
        "A brief note on the new defence review",
        "Short papers about trade and chips",
        silent=("The survey about lunch",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:looking for|need|seek|seeking|want|commission|commissions|hire|engage|require|wish for"
        r"|after|value|welcome)\b<4> (?:someone|somebody|writer|writers|author|authors|analyst"
        r"|analysts|expert|experts|consultant|researcher|freelancer|contributor|person|articles?"
        r"|column|texts?|papers?|reports?|notes?|memo)\b<4> (?:to write|who (?:can )?write|for "
        r"(?:report|paper|analysis|note)s?"
        r"|writing|report|paper|articles|on \S+|about \S+)",
        "We are looking for a freelancer to write papers",
        "We need articles of 1500 words on High North questions",
        silent=("We need someone to cook",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:monthly|weekly|regular|quarterly|short|brief|occasional|small|first|trial|sample"
        r"|commissioned|written|confidential|geopolitical|policy|situation|trend|market|political"
        r"|exclusive)<1> (?:report|paper|brief|briefing|memo|analysis|assessment|essay|write-?up"
        r"|notes?|pieces?|articles?|summary|summaries|commentary)s?<3>"
        r" (?:for us|for our|for my|for the|for a|would|could|to start|to begin|as a|each|every|from "
        r"you|fee)\b",
        "A monthly briefing for our readers",
        "A small paper to start",
        "One short note each month",
        silent=("The weekly report of the canteen is late",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:your|written) (?:thoughts|views|view|reflections|assessment|opinion|opinions|analysis"
        r"|take|reading|perspective|insights?|judgement|outlook)\b<3> (?:in (?:writing|memo|a|one|two)"
        r"|on paper|on|about|upon|regarding|set down|as a (?:note|paper|memo|report))<5> <topic>\b"
        r"|\b(?:opinion|view|outlook)<2> (?:about|on)<3> (?:harbou?r|<topic>)",
        "We would value your written reflections upon the trade mission",
        "Need your opinion about the port plan",
        silent=("Your view on the seating plan",),
        strength=0.6,
    ),
    pattern(
        r"\b\d+ ?(?:-|to|or)? ?\d* ?(?:pages?|words|sides|paragraphs)\b<8> (?:on|about|covering"
        r"|regarding|analysis|report|paper|of your)\b|\b(?:two|three|four|five|six|ten|half a|one|few"
        r"|couple of) (?:pages?|sides?|sheets?)<4> (?:on|about|covering|every|each|a month|per month)\b",
        "Six to ten pages, 6-10 pages on the arctic",
        "Two pages every other month",
        silent=("It has 12 pages and a map",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:first|next|second|third|trial|starter|small|warm-up|test)<1> (?:task|assignment|topic"
        r"|commission|theme|subject|paper|report|piece|note|question)\b<3> (?:is|will be|would be"
        r"|could be|:|concerns|deals|about|on)<8> <topic>\b",
        "The first topic is the new export control",
        "Trial task: naval procurement, a first task on radar, about sonar",
        silent=("The first task is to boil water",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:for the|your|our)<1> (?:next|second|third|following) (?:one|report|paper|note|piece"
        r"|memo|issue|edition|round)\b<8> (?:hope|cover|would|could|please|focus|look|deal|include"
        r"|want)",
        "For the next one we hope for the summaries",
        "Our next edition could look at the ministry",
        silent=("For the next stop please ring",),
        strength=0.55,
    ),
    pattern(
        r"\b(?:research|analysis|consulting|consultancy|writing|report|policy) (?:work|tasks?"
        r"|assignments?|project|papers?|service)\b<4> (?:in your (?:field|spare time|area)|related to"
        r"|regarding|on|about)\b<4> ?(?:<topic>)?",
        "Consulting work in your field",
        "A research project related to sanctions",
        silent=("Analysis of soil",),
        strength=0.55,
    ),
    pattern(
        r"(?:bericht|analyse|gutachten|studie|papier|lagebericht|aufsatz|einsch[aä]tzung"
        r"|artikel)e?[ns]?<2> (?:[uü]ber|zu|zum|zur|schreiben|verfassen|erstellen|anfertigen)<4>"
        r"|(?:schreiben|verfassen|erstellen|anfertigen)<4> (?:bericht|analyse|gutachten|studie|artikel)",
        "Könnten Sie einen Bericht über die Rüstungspolitik schreiben",
        "Wir suchen jemanden, der Analysen verfassen kann",
        silent=("Der Bericht liegt bei",),
        strength=0.7,
        lang="de",
    ),
    pattern(
        r"(?:r[eé]dig\S*|[eé]crire|pr[eé]par\S*|fournir|produire)<4> (?:rapport|note|analyse|article"
        r"|synth[eè]se|papier|[eé]tude)s?|(?:rapport|note|analyse|synth[eè]se)s? (?:sur|concernant|au "
        r"sujet)",
        "Pourriez-vous rédiger une note sur la défense",
        silent=("Nous prenons note",),
        strength=0.7,
        lang="fr",
    ),
    pattern(
        r"(?:schrijven|opstellen|maken|leveren)<4> (?:rapport|notitie|analyse|artikel|stuk)"
        r"|(?:rapport|notitie|analyse|artikel|stuk)(?:en|s)? (?:over|schrijven|opstellen)",
        "Kunt u een rapport over defensie schrijven",
        silent=("Het rapport is klaar",),
        strength=0.7,
        lang="nl",
    ),
    pattern(
        r"(?:escrib\S*|redact\S*|elabor\S*|prepar\S*)<4> (?:informe|nota|an[aá]lisis|art[ií]culo"
        r"|estudio)s?|(?:informe|nota|an[aá]lisis)s? (?:sobre|acerca de)",
        "¿Podría redactar un informe sobre defensa?",
        silent=("El informe llegó",),
        strength=0.7,
        lang="es",
    ),
    pattern(
        r"(?:napis\S*|przygotow\S*|opracow\S*|sporz[aą]dz\S*)<4> (?:raport|analiz|notatk|artyku[lł]"
        r"|opracowani)\S*|(?:raport|analiz|notatk|artyku[lł])\S* (?:o|na temat|dotycz)",
        "Czy może pan napisać raport o obronności",
        silent=("Raport jest gotowy",),
        strength=0.7,
        lang="pl",
    ),
    pattern(
        r"(?:写|撰写|提供|准备|完成)(?:一|几|两)?(?:篇|份|些)?.{0,12}(?:报告|分析|文章|简报|研究|评估)",
        "请您撰写一份关于贸易政策的报告",
        silent=("报告已收到",),
        strength=0.75,
        lang="zh",
    ),
)

REPORT_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:reader'?s report|peer review|referee|abstracts?|thesis|dissertation|homework|annual "
        r"report|bug report|incident report|progress report|sick note|weather report|credit note"
        r"|delivery note|lecture notes|meeting notes|release notes|school reports?|exam paper|toilet "
        r"paper"
        r"|such as ['\"]|lines? like ['\"]|report to the (?:head|director|cfo|ceo|board)|you (?:will"
        r"|would) report|reports? (?:directly )?(?:to|into) the|anonymous reviewers?|submission portal"
        r"|advert|newspaper)\b",
        "You will report to the head of treasury",
        "A reader's report on a manuscript",
        "Your abstract of 300 words on trade",
    ),
    pattern(
        r"\b(?:we|i|they|he|she) (?:wrote|have written|published|publish|read|enjoyed|loved|liked)\b"
        r"|\b(?:your|his|her|my|our) (?:recent |latest |last |excellent |old |brilliant |fine "
        r")*(?:paper|article|report|essay|talk|book|piece|study)<1> (?:on|about)\b"
        r"|\bno (?:report|writing)\b|\bdon'?t (?:write|send)\b",
        "I enjoyed your paper on trade policy",
        "Your article about sanctions was read in class",
    ),
)

INSIDER = (
    pattern(
        r"\b(?:non-?public (?:information|data|insights?|views?|material|documents?|details|knowledge"
        r"|things|figures)|not (?:yet )?(?:public|published|in the (?:press|papers|news)|publicly "
        r"(?:known|available))|unpublished (?:figures|data|results|drafts?|numbers|work|material"
        r"|positions?|plans?|papers?|reports?|sequences)|unreleased|unreported|before (?:it|they|the "
        r"\S+|this) (?:is|are|gets?|becomes?|comes?|goes|go) (?:\S+ )?(?:announced|public|published"
        r"|out|official|to (?:press|print)|in the))\b",
        "Something that is not yet public",
        "We like unpublished figures",
        "Tell us before it is announced",
        silent=(
            "Nothing that is not public, please",
            "A non-public company in Leeds",
            "Please share nothing unpublished",
        ),
        strength=0.8,
    ),
    pattern(
        r"\b(?:inside|insider'?s?|internal|exclusive|privileged|behind[- ]the[- ]scenes|backstage"
        r"|first[- ]hand|unofficial|sensitive|confidential|classified|restricted|secret|private)<1> "
        r"(?:information|info|view|views|insights?|knowledge|perspective|perspectives|discussions?"
        r"|documents?|deliberations|mood|thinking|assessment|assessments|positions?|opinions?"
        r"|memos?|papers?|briefings?|figures|data|details?|track|picture|material|materials|debates?"
        r"|numbers|notes|drafts?|reports?|account|viewpoint|intelligence|gossip|story|matters|plans?"
        r"|schedules?|calendar)\b",
        "We are after inside information",
        "What is the internal mood?",
        "They want an exclusive insider view",
        "Need secret opinion about the plan",
        silent=(
            "Share no confidential information",
            "Never send us internal documents",
            "Business insights by private equity",
        ),
        strength=0.75,
    ),
    pattern(
        r"\b(?:not|n'?t|never|nothing|beyond|beneath|behind|more than|deeper than|other than|rather "
        r"than|less|goes? past)<4> (?:in |from |on |by |the )*(?:newspapers?|press|papers|media"
        r"|internet|google|headlines?|open[ -]sources?|open media|public (?:sources?|material|domain"
        r"|record|documents?)|published (?:sources|material)|official (?:journal|line|version|text"
        r"|statement|sources))\b",
        "Please not again from newspaper",
        "The layer beneath the headlines",
        "What you do not find in the press",
        "Less the text in the Official Journal than the mood",
        strength=0.7,
    ),
    pattern(
        r"\b(?:papers|press|newspapers?|media|journalists|google|open sources?|public material|open[- "
        r"]source material|internet|headlines)\b<5> (?:(?:do not|don'?t|can ?not|can'?t|never|won'?t) "
        r"(?:print|write|say|know|tell|report|have|carry|cover|give|see|mention)|not enough|is not "
        r"enough|limited (?:interest|use|value)|we have also|already have|we (?:also )?(?:have|can "
        r"read)|miss|everybody|anyone can|leave out|of no (?:use|value|interest)|insufficient|where "
        r"everybody starts)\b",
        "What the newspapers do not print",
        "Open-source material has limited interest for us",
        "What the newspapers have, we have also",
        silent=("The papers don't need staples",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:behind (?:the )?(?:closed )?doors?|behind (?:the )?scenes|whispered? in the corridors?"
        r"|the mood in the room|when (?:nobody|no one) is (?:filming|watching|listening)|(?:after"
        r"|before) (?:the )?(?:press|cameras?) (?:left|leave|go|went|were sent)|in camera session"
        r"|feels? from the inside|view from the inside|at the coffee after)\b",
        "What is decided behind closed doors",
        "What was the mood in the room",
        "How people steer things when nobody is filming",
        "How it feels from the inside",
        silent=("The lift doors behind the hall are closed",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:where|what|which way|how|whether)\b<3> (?:really|truly|actually|privately|in truth|in "
        r"fact|honestly)<2> (?:stand|stands|think|thinks|want|wants|want|feel|feels|lean|leans|mean"
        r"|means|plan|plans|happens?|decided?|going on|say|says|happened)\b",
        "Where the rapporteurs truly stand",
        "What the minister really thinks",
        silent=("How he really makes tea",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:what|where|which|how) (?:\S+ ){0,4}(?:members?|ministers?|delegations?|ministry"
        r"|committee|government|your people|your side|oslo|london|brussels|colleagues|the department"
        r"|party|the board|officials?|the cabinet|capital)\b<3> (?:leaning|lean|plan|plans|planning"
        r"|will (?:say|settle|accept|decide|offer|do)|settle for|think|thinking|intend|intends|say"
        r"|says|position|prefer|heading|decides?)\b",
        "Where members are leaning before the reports come out",
        "What will your people say at the meeting",
        "How is your ministry thinking right now, what the ministry plans",
        silent=("What the committee had for lunch",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:drafts?|draft (?:report|reports|text|bill|proposal)|cable|cables|slides|annex|briefing "
        r"pack|dossier|internal memo|working papers?|committee papers?|actual (?:document|slides"
        r"|text)|plans|schematics|drawings|source code|tender documents?)<4> (?:before (?:the|it|they)"
        r"|prior to|ahead of|pre-vote|that you (?:see|handle)|you (?:see|handle|mentioned)|from your "
        r"(?:office|desk|ministry|department)|from the ministry)\b",
        "The draft report before the vote",
        "The annex you mentioned would serve us",
        "Some slides from your office",
        silent=("Draft minutes of the garden club",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:send|share|show|forward|get|photograph|copy|bring|provide|lend|leak|pass|have a look "
        r"at|peek at|see|take a picture of)\b<4> (?:the |some |any |your |an? |us )?(?:internal|draft"
        r"|drafts|original|actual|confidential|classified|restricted|ministry|working|unpublished"
        r"|committee|technical|cabinet|minister's)<2> (?:documents?|papers?|files?|slides|reports?"
        r"|drawings|text|material|emails?|mails|memos?|version|minutes|data|notes|cables?|figures"
        r"|drafts?|summaries)\b",
        "Could you send the draft papers?",
        "Photograph the internal memo",
        "wants a peek at the actual slides this time",
        silent=("Never send internal documents to anyone outside",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:you (?:would|will|'d|might|must|can|could|surely|of course)?<1> (?:hear|know|see|learn"
        r"|sit)<3>|hear of things)<4> (?:before (?:the market|others|anyone|it|the press|the rest"
        r"|everyone)|that others (?:do not|don'?t|can'?t)|what others|weeks before|ahead of|earlier "
        r"than)\b|\bsomeone in the room\b|\bonly (?:someone|somebody|people|those|an insider"
        r"|colleagues)<2> (?:in the room|inside|know|can know|who (?:is|was|work|works|sits?) (?:there"
        r"|inside|in))\b",
        "You would hear of things weeks before the market",
        "Little things which only colleagues know",
        "A view only someone inside can offer, only those who sit in the room",
        silent=("You will see the sea before noon",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:advance|early) (?:notice|warning|sight|word|look|copy|knowledge|steer|tip|view"
        r"|access)\b<4> (?:of|on|about|to|before|when|if)|\b(?:a )?(?:heads[- ]up|tip|steer|hint|nod"
        r"|whisper)<4> (?:before|ahead|early|when (?:the|a) (?:decision|vote|draft|tender))",
        "Early sight of the draft would be worth a good deal",
        "A quiet heads-up when the decision nears",
        strength=0.6,
    ),
    pattern(
        r"\b(?:thing|things|parts?|bits?|names|what) (?:that |which )?(?:you|one) (?:left out|could "
        r"not (?:say|write|print|publish)|couldn'?t (?:say|write|print|publish)|can ?not (?:say|write"
        r"|publish)|can'?t (?:say|write|publish)|hold back|held back|keep in the drawer|may not (?:say"
        r"|publish|write))\b|\bin the drawer\b|\bread between the lines\b|\bbetween the lines\b",
        "All the things you could not say at the academy",
        "The clauses they keep in the drawer, in the drawer so to say",
        "The names you left out",
        silent=("The socks in a drawer, and my hat on the hook",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:public|generic|general|too (?:general|public|academic|thin)|nothing (?:new|beyond)"
        r"|already (?:printed|published|known|in the press)|well written but|textbook)\b<6> (?:client"
        r"|readers?|they|we|board|boss|sponsor|feedback|expected|hoped|need|needs?|want|wanted)<4> "
        r"(?:more|deeper|inside|insider|special|privileged|specific|closer|exclusive|better)\b",
        "Too general, the client needs more specific things",
        "Well written but the readers want deeper insight",
        strength=0.65,
    ),
    pattern(
        r"(?:nicht (?:[oö]ffentliche?n?|ver[oö]ffentlichte?n?) (?:informationen|daten|zahlen"
        r"|dokumente|einsch\S+|details|unterlagen)|intern\S* (?:informationen|dokumente|unterlagen"
        r"|stimmung|diskussion\S*|papiere|einsch[aä]tzung\S*|entw[uü]rfe)|insider-?(?:wissen"
        r"|informationen|kenntnisse)|hinter (?:den kulissen|verschlossenen t[uü]ren)"
        r"|hintergrundinformationen aus|vertrauliche (?:informationen|unterlagen|dokumente))",
        "Uns interessieren nicht öffentliche Informationen",
        "Was passiert hinter den Kulissen",
        "Interne Dokumente wären hilfreich",
        silent=("Bitte keine internen Informationen senden",),
        lang="de",
    ),
    pattern(
        r"(?:non publi(?:c|que|[eé])\S*|pas (?:encore )?publi(?:c|que|[eé])\S*|informations? "
        r"(?:internes?|confidentielles?|exclusives?|privil[eé]gi[eé]es?)|documents? internes?|en "
        r"coulisses?|dans les coulisses|ce que la presse ne|derri[eè]re les portes)",
        "Nous cherchons des informations non publiques",
        "Ce qui se passe en coulisses",
        silent=("Ne partagez jamais d'informations confidentielles",),
        lang="fr",
    ),
    pattern(
        r"(?:niet[ -](?:openbar\S*|gepubliceerd\S*|publiek\S*)|interne (?:informatie|documenten"
        r"|stukken|stemming|notities)|insider-?(?:informatie|kennis)|achter (?:de schermen|gesloten "
        r"deuren)|vertrouwelijke (?:informatie|stukken))",
        "Wij zoeken niet-openbare informatie",
        "Wat speelt er achter de schermen",
        silent=("Deel nooit interne informatie",),
        lang="nl",
    ),
    pattern(
        r"(?:no p[uú]blic[ao]s?|informaci[oó]n (?:interna|confidencial|privilegiada|reservada"
        r"|exclusiva|de primera mano)|documentos internos|entre bastidores|a puerta cerrada|lo que "
        r"(?:la prensa )?no (?:sale|publica))",
        "Buscamos información interna",
        "Lo que se decide a puerta cerrada",
        silent=("Nunca comparta información confidencial",),
        lang="es",
    ),
    pattern(
        r"(?:niepubliczn\S*|nieopublikowan\S*|wewn[eę]trzn\S* (?:informacj|dokument|materia[lł]"
        r"|notatk|nastroj|dyskusj)\S*|poufn\S* (?:informacj|dokument)\S*|za kulisami|za zamkni[eę]tymi "
        r"drzwiami|informacj\S* (?:wewn[eę]trzn|poufn|niejawn)\S*)",
        "Interesują nas informacje wewnętrzne",
        "Co dzieje się za kulisami",
        silent=("Prosimy nie przesyłać poufnych informacji",),
        lang="pl",
    ),
    pattern(
        r"(?:内部(?:信息|消息|资料|文件|情况|看法|讨论|动态|观点)|未公开|非公开|不公开的|没有公开|内幕|独家(?:信息|消息|见解)|公开(?:资料|信息"
        r"|渠道).{0,6}(?:不够|没有|找不到|查不到))",
        "希望了解一些内部情况",
        "未公开的数据更好",
        "公开资料不够",
        silent=("请勿提供任何内部信息",),
        lang="zh",
    ),
)

INSIDER_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:do not|don'?t|dont|never|must not|mustn'?t|may not|should not|shouldn'?t|can ?not"
        r"|can'?t|won'?t|will not|no|nothing|not|avoid|refrain from|without|forbid\S*|prohibit\S*"
        r"|exclude\S*|decline|strictly off|refuse|leave|hang up|ends? (?:any|each|the|it)|interrupt\S*"
        r"|no wish|out of bounds)\b<7>"
        r" (?:share|sharing|disclos\S*|send|sending|reveal\S*|discuss\S*|want|wants|need|ask(?:ing)?"
        r"|include|including|accept|use|using|provide|providing|seek|seeking|collect|mention|receive"
        r"|take|bring|touch|request\S*|expect|pay for|looking for|interested in)\b<7>"
        r" (?:non-?public|not public|confidential|internal|inside|insider|unpublished|privileged"
        r"|classified|restricted|proprietary|secret|sensitive|material|privy|undisclosed)\b",
        "Please do not share confidential information",
        "Experts must never disclose non-public information",
        "We do not want anything internal, and never discuss privileged matters",
    ),
    pattern(
        r"\b(?:no|nothing|never|not any(?:thing)?|without any|zero|free of|neither|refuse|leave)<3> "
        r"(?:non-?public|confidential|classified|internal|inside|insider|unpublished|privileged"
        r"|restricted|proprietary|secret|sensitive|that (?:is|isn'?t|has)? ?(?:not|n'?t) (?:been "
        r")?(?:already )?(?:public|published|yet)|not (?:already )?(?:public|published)|beyond "
        r"(?:public|open|published)|pending)\b"
        r"|\b(?:only|purely|solely|just|stick to|confined? to|limited to|based on|same)<4> (?:public"
        r"|published|open[ -]sources?|stuff that'?s already out|open material|publicly|already out)\b"
        r"|\boff[ -]limits\b|\bif (?:a question|anything|something)<4> (?:touches|strays|drifts)\b"
        r"|\bleave (?:out )?anything\b|\byou say pass\b|\boff the table\b|\bembargo\b|\bmust (?:also "
        r")?notify\b|\bwhile holding\b|\bin error\b|\bblinded\b|\breturn them\b",
        "Nothing confidential, please",
        "Only public sources, please",
        "Anything your employer has not published is off limits",
    ),
    pattern(
        r"\b(?:internal (?:audit|auditor|medicine|communications?|control|controls|candidate"
        r"|candidates|recruitment|move|mobility|vacanc\S*|transfer|combustion|market|affairs|server"
        r"|interview|process|rate|revenue|applicants?)|insider[ -](?:trading|threat|risk|list|tip"
        r"|crime|ethnography|dealing)|insider,|inside (?:the )?(?:story|cover|track|lane)|off[- ]the[- "
        r"]record|private papers|non-?public liceum|private (?:equity|sector|company|firm|practice"
        r"|hospital|view of the lake)|non-?public (?:company|firm|school)|restricted stock"
        r"|confidential (?:search|vacancy|role|call|conversation|discussion|application|process|chat)"
        r"|business intelligence|market intelligence tool|press office|press officer|newspaper for"
        r"|unpublished (?:manuscript|poems?|novel)|secret (?:santa|ballot|ballots|recipe)|public "
        r"domain image|inside (?:ir35|leg)|classified (?:ads?|advert\S*)|data protection|privacy "
        r"notice|kept (?:strictly )?(?:confidential|private)|treated (?:in confidence"
        r"|confidentially))\b",
        "Internal audit manager for a non-public company",
        "Business intelligence lead with private data",
        "Insider trading training on unpublished figures is due Friday",
    ),
    pattern(
        r"\b(?:keine|keinerlei|niemals|nicht|ohne)\b<3> (?:internen?|vertraulichen?|nicht "
        r"[oö]ffentlich\S*|insider\S*)|\b(?:ne|n')<1> ?\S* (?:jamais|pas|aucune?)\b|\b(?:nooit"
        r"|geen)<3> (?:interne|vertrouwelijke|niet-openbare)|\b(?:nunca|no|ninguna) (?:comparta"
        r"|env[ií]e|revele|informaci[oó]n)|\bnie (?:przesy[lł]a|wysy[lł]a|udost[eę]pnia|ujawnia)\S*|请勿"
        r"|不要提供|不得(?:提供|透露)|切勿",
        "Bitte keine internen Informationen senden",
        "Ne partagez jamais d'informations confidentielles",
        "请勿提供任何内部信息",
    ),
)
