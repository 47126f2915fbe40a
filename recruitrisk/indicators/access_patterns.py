"""Patterns of the family ``ask``: access and network."""

from __future__ import annotations

from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern

__all__ = ["ACCESS", "ACCESS_VETOES", "NETWORK", "NETWORK_VETOES"]

ACCESS = (
    pattern(
        r"\b(?:your|given your|because of your|with your|through your|thanks to your|in your|someone "
        r"(?:with|in) your)<2> (?:position|post|seat|access|role|access level|standing|place|vantage "
        r"point|work|job|function|proximity|experience|background|knowledge|career|years|time)\b<5> "
        r"(?:in|at|on|inside|within|beside|near|with|for|to|of) (?:the |your |a |an )?(?:\S+ "
        r"){0,3}<institution>s?\b",
        "Given your position in the ministry",
        "Someone with your seat beside the Defence Committee",
        "Your years at the embassy are what interests us",
        silent=("Your time in the waiting room",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:interested in|interests us|interesting (?:for|to) us|attracted by|value|likes?"
        r"|impressed by|struck (?:that|by)|important (?:for|to) us|particularly|curious about|what "
        r"(?:matters|counts|interests \S+) is|useful|caught (?:our|my) (?:eye|attention))\b<6> "
        r"(?:your (?:position|post|access|seat|clearance|role|work|job|office|desk|unit|team"
        r"|connection|government|ministry|committee)|that you (?:are|'re|work|sit|sign|handle|have)"
        r"|where you (?:sit|work|are)|people (?:who work|with access)|you are in)\b",
        "Our clients are interested in your position",
        "boss likes that you are in council near the port",
        "What interests us is where you sit",
        strength=0.7,
    ),
    pattern(
        r"\b(?:security[ -])?clear(?:ance|ed)\b<4> (?:level|valid|active|still|current|do you|what"
        r"|which|held|hold|status|expired?|sc|dv|ts|secret|people|staff|personnel|professionals?"
        r"|architects?|engineers?|candidates?)\b|\b(?:level of|what|which|active|current|your|hold"
        r"|have) (?:\S+ )?(?:security )?clearance\b|\b(?:dv|sc|ts/sci|top secret|nato secret|developed "
        r"vetting)[ -]clear(?:ed|ance)\b",
        "Clearance level, and is it still valid?",
        "What clearance do you hold?",
        "We look for cleared staff",
        silent=("Clearance sale at our shop", "Customs clearance takes two days"),
        strength=0.7,
    ),
    pattern(
        r"\b(?:what|which|how (?:much|many|often|far|close))\b<2> (?:do|can|did|are|is|would|does"
        r"|have)<1> (?:you|your (?:office|unit|team|desk|access|department))\b<4> (?:access|see|handle"
        r"|sign|work on|cover|responsible for|involved|sit|allowed|touch|deal with|read|enter|clear"
        r"|approve|take part|attend|have access)\b",
        "What do you handle day to day?",
        "Which files do you have access to?",
        "How often do you attend?",
        strength=0.6,
    ),
    pattern(
        r"\b(?:do|can|could|would|are|did|have) you<2> (?:still )?(?:have access to|access|sit (?:on"
        r"|in|near|beside|with)|attend|take part in|involved in|work (?:on|with|near)|get to see|see"
        r"|handle|sign|belong to|serve on|been on|assigned to|posted (?:to|at))<4> (?:<institution>s?"
        r"|files?|meetings?|drafts?|documents?|systems?|classified|site|cables?|licen[cs]es?|plans?"
        r"|clean room|papers)\b",
        "Do you have access to the committee papers?",
        "Are you still involved in the frigate programme?",
        silent=("Do you sit near the window",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:former|current|serving|ex-|retired|active|people with|experience (?:in|of|with)"
        r"|background in|worked (?:for|in|at)|served in|candidates? (?:from|with|should))<2> "
        r"(?:government|ministry|military|intelligence|defen[cs]e|civil serv\S+|federal|parliament\S*"
        r"|embassy|diplomat\S*|nato|navy|army|armed forces|officials?|officers?)<3> (?:preferred"
        r"|required|welcome|an advantage|experience|staff|background|employees|a plus|only|wanted|is "
        r"important|needed|people)\b|\b(?:ministry|government|military|army|navy) (?:staff|people"
        r"|employees|experience|background)<2> (?:preferred|required|wanted|only|an advantage|a plus)\b",
        "Ministry staff preferred",
        "Candidates with government experience required",
        "Former military people wanted",
        silent=("Former pupils welcome",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:as (?:the |a |an )?|you (?:are|'re) (?:the |a |an )?|you being (?:the |a |an )?|your "
        r"being )(?:\S+ ){0,4}(?:officer|clerk|adviser|advisor|attach[eé]|official|rapporteur"
        r"|negotiator|assistant|secretary|engineer|analyst|planner|inspector|licensing \S+)\b<6> "
        r"(?:you (?:see|know|hear|must|would|have|sit|surely|will|can)|see(?:s)? matters|close to"
        r"|near|sits?)\b",
        "As the desk officer for Serbia you see matters from a good angle",
        "As a clerk you must hear a lot",
        silent=("As an officer of the club I thank you",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:remain|stay|keep|retain|not (?:leave|resign|quit)|continue)\b<4> (?:in|at|with|on"
        r"|your)<2> (?:post|place|position|seat|ministry|job|desk|present (?:post|employer|position)"
        r"|office|cabinet)\b<10> (?:useful|use to|service|important|essential|value|valuable|interest"
        r"|better|needed|help)\b|\b(?:you (?:can |may |should |must |would )?(?:keep|stay in|remain "
        r"in)|without leaving) (?:your )?(?:present |current |day )?(?:job|post|position|employer"
        r"|ministry)\b",
        "You keep your job, good salary 3000 eur",
        "Stay in your post, there you are most useful",
        silent=("Stay in your seat until the train stops",),
        strength=0.55,
    ),
    pattern(
        r"\b(?:where|because|since) (?:of where )?you (?:sit|stand|work|are (?:placed|posted|seated"
        r"|assigned))\b<3>|\bwhere you (?:sit|work)\b<6> (?:hear|see|know|interest|value|matter"
        r"|important|useful)\b|\b(?:you'?re|you are) (?:the only one|one of (?:the )?(?:few|very "
        r"few))<2> who<1> (?:walks?|has|have|sees?|knows?|sits?|enters?|works?)\b",
        "Because of where you sit you would hear of things",
        "You're the only one who walks into that building",
        silent=("You are one of the few who like rain",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:which|what) (?:committee|department|unit|directorate|project|programme|program|base"
        r"|ship|site|section|ministry|office|division|desk|team)s?\b<3> (?:you|your|full member)\b"
        r"|\b(?:full member|member) or (?:clerk|staff|observer)\b|\b(?:tell|ask)<2> (?:me|us|you)<2> "
        r"about<2> (?:your )?(?:normal day|daily (?:work|tasks|duties)|current (?:project|programme"
        r"|work|duties|tasks)|unit|base|ministry|department|posting)\b",
        "Which committee are you on?",
        "Tell me about your current project",
        silent=("Which team do we cheer for on Sunday",),
        strength=0.6,
    ),
)

ACCESS_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:clearance sale|customs clearance|ground clearance|clearance (?:rack|height|stock"
        r"|certificate for divers)|no (?:government experience|clearance)|clearance (?:is )?not "
        r"(?:required|needed)|until stock|open access|access (?:to (?:water|broadband|justice"
        r"|education|finance)|road|needs|request form)|accessibility|user access|microsoft access"
        r"|wheelchair|clearance (?:can|will) be (?:sponsored|arranged|obtained)|we (?:sponsor|obtain) "
        r"(?:the )?clearance)\b",
        "Clearance sale: your current stock of cleared engineers' boots",
        "No clearance needed for the role",
    ),
    pattern(
        r"\b(?:req(?:uisition)? ?\d|advert|careers page|tennis|choir|rose garden|library card|which "
        r"modules|set up your account|volunteers?)\b",
        "To set up your account tell us which team you are in",
        "How often do you attend the choir?",
    ),
)

NETWORK = (
    pattern(
        r"\b(?:introduce|connect|refer|recommend|point|put|link|name|suggest|propose|find|bring|get"
        r"|know|list)\b<4> (?:me|us|to|your|of|some|other|anyone|any|someone|somebody|more|like-minded"
        r"|two|three|him)<3> (?:colleagues?|co-?workers?|contacts?|friends|peers|experts?|officials?"
        r"|people|acquaintances|classmates|officers?|insiders?|fellow \S+|specialists|names|someone"
        r"|somebody|anyone)\b<4> (?:who|in|at|from|on|with|working|inside|of|for|to)\b",
        "Could you introduce me to colleagues who work on radar?",
        "Can you recommend some experts in the ministry?",
        "Do you know any officials at the port, know some other people in customs?",
        strength=0.7,
    ),
    pattern(
        r"(?:^|[,:;?] |\b(?:know|tell (?:me|us)|say|see|learn|wonder|note|list|about|whoever|and|of"
        r"|on|names?|clear)<1> )(?:who|whoever|which (?:person|people|colleague|official|officer"
        r"|member|of your colleagues))\b<2> (?:else )?(?:is responsible|responsible for|decides?"
        r"|works? (?:on|in|at|with|for)|handles?|drafts?|holds the pen|is in charge|in charge of"
        r"|signs?|leads?|sits? (?:on|in|where|next|beside|at)|advises|covers?|runs?|writes?|knows? "
        r"about|reports to|took part|attends?|attended|was at|has access|are at odds)\b",
        "Who decides on the tender?",
        "Who else works on the file?",
        "Whoever holds the pen, who holds the pen these days?",
        "Which of your colleagues drafts the answer",
        silent=("People who work on Sundays get a bonus", "We look for someone who works with children"),
        strength=0.65,
    ),
    pattern(
        r"\b(?:names?|list|lists|contact details|phone numbers?|e-?mails?|organi[sz]ational? chart"
        r"|organi[sz]ation chart|organigramm?e?|org chart|directory|telephone list|staff list|phone "
        r"list|profiles?|portraits?|biograph\S+|who'?s who)\b<2> (?:of|from|with|for|in)<3> (?:your "
        r"|the |all |other )?(?:\S+ )?(?:colleagues?|team|department|unit|ministry|staff|members?"
        r"|people|office|delegation|direction|directorate|officers?|officials?|researchers?|engineers?"
        r"|experts?|contacts?|committee|group|section|participants|lab)\b",
        "A list of your colleagues",
        "Names of people in the directorate",
        "An organigramme of your direction with first names",
        strength=0.75,
    ),
    pattern(
        r"\b(?:your|the) (?:network|contacts?|circle|address book|connections|acquaintances|rolodex"
        r"|contact list)\b<4> (?:in|at|within|inside|among|around|could|would|can|is|are|to|of)\b<6> "
        r"(?:<institution>s?|help|useful|valuable|share|open|describe|interest\S*|officials?|policy"
        r"|government|industry|us)\b|\bdescribe<2> (?:your )?(?:network|circle|contacts)\b|\bwell[ "
        r"-]connected\b",
        "Please describe your network",
        "Your contacts in the ministry could help",
        "You seem incredibly well connected",
        silent=("Your network cable is loose",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:any|some|other|further|more|similar|suitable|trusted|like-minded|good|few)<1> "
        r"(?:colleagues?|contacts|friends|names|co-?workers|peers|people|acquaintances)<3> (?:who"
        r"|that|might|could|may|interested|open|would|with (?:similar|the same|access)|in (?:the|your) "
        r"(?:same|ministry|department|field|team|office|unit|area)|on (?:the )?same|from your|like "
        r"you|\?)",
        "Any colleagues who might be interested?",
        "Other contacts in the ministry of telecom, other friends in your department",
        "Names of some colleagues on same topic",
        strength=0.65,
    ),
    pattern(
        r"\b(?:bring|refer|recruit|invite|recommend|find)<2> (?:a |your |other |more |another |one "
        r")?(?:friends?|colleagues?|co-?workers?|people)<5> (?:bonus|commission|extra|reward|paid"
        r"|earn|<money>|fee|too|also|same)\b|\b(?:referral|finder'?s|introduction) (?:bonus|fee|reward"
        r"|commission)\b|\b(?:each|every|per) (?:introduction|referral|name)\b",
        "Bring a friend and you both earn extra",
        "We pay a finder's fee",
        "Every introduction you make comes back to you",
        silent=("Bring a friend to the choir",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:open|opening)<2> (?:few |some |the |right )?doors\b<4> (?:at|in|within|inside|for|to)"
        r"|\b(?:could|would|can|will|to|please) (?:you )?make (?:an|the|some|a few) introductions?\b"
        r"|\ban introduction to\b|\bput in a (?:good )?word\b",
        "Would you open a few doors within the agency?",
        "We would be obliged for an introduction to the official",
        silent=("The doors open at seven",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:what (?:is|are|kind of|sort of)|how (?:is|are)|tell (?:me|us)<2> about|describe"
        r"|what'?s)<2> (?:your |the |his |her )?(?:boss|colleagues?|superiors?|supervisor|director"
        r"|minister|head of (?:unit|department)|team|team-?mates|chief|commander|co-?workers"
        r"|deputy)\b<3> (?:like|person|character|weakness\S*|habits?|likes|dislikes|name|background"
        r"|opinion|hobbies|personality|temper|think)\b",
        "What is your boss like?",
        "Describe your director, his character and habits",
        silent=("How is your team doing on Saturday",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:would|could|can) (?:you )?<2>(?:pass|forward|share|give|send)\b<3> (?:this |my (?:name"
        r"|contact|card|message|note) |it |their |his |her )<2>(?:to |on to |with )?(?:your "
        r")?(?:colleagues?|contacts|numbers?|details|coordinates|e-?mails?|mobile)\b",
        "Could you pass this on to your colleagues?",
        "Can you give me their numbers?",
        silent=("Can you give way",),
        strength=0.55,
    ),
    pattern(
        r"(?:welche kollegen|wer (?:ist zust[aä]ndig|entscheidet|arbeitet an)|namen (?:von|ihrer|der) "
        r"(?:kollegen|mitarbeiter)|kontakte (?:im|in|zum|zu) (?:ihrem |der |dem )?(?:minist"
        r"|beh[oö]rde|amt|abteilung)|organigramm|kollegen (?:vorstellen|empfehlen|nennen))",
        "Wer entscheidet über den Auftrag",
        "Könnten Sie Kollegen nennen",
        silent=("Die Kollegen grüßen",),
        strength=0.75,
        lang="de",
    ),
    pattern(
        r"(?:qui (?:d[eé]cide|travaille sur|est (?:charg[eé]|responsable))|noms? (?:de|des) (?:vos "
        r")?(?:coll[eè]gues|responsables)|vos (?:contacts|coll[eè]gues) (?:au|dans|à|qui|du)"
        r"|organigramme|pr[eé]senter (?:[aà] )?(?:vos|un|des) coll[eè]gues?)",
        "Qui décide dans votre service",
        "Envoyez un organigramme avec les prénoms",
        silent=("Mes collègues vous saluent",),
        strength=0.75,
        lang="fr",
    ),
    pattern(
        r"(?:wie (?:beslist|werkt er aan|is verantwoordelijk)|namen van (?:uw |de )?collega"
        r"|collega'?s (?:die|bij|voorstellen|aanbevelen)|contacten (?:bij|binnen|op) (?:het |uw |de "
        r")?(?:minist|afdeling|dienst))",
        "Wie beslist over de aanbesteding",
        "Heeft u namen van collega's",
        silent=("De groeten van een collega",),
        strength=0.75,
        lang="nl",
    ),
    pattern(
        r"(?:qui[eé]n (?:decide|trabaja en|es (?:el )?responsable)|nombres de (?:sus |los "
        r")?(?:colegas|compa[nñ]eros|responsables)|(?:colegas|compa[nñ]eros|contactos) (?:que|en el"
        r"|del) (?:trabajan|minist|departamento)|organigrama|presentar\S* (?:a )?(?:sus|alg[uú]n) "
        r"(?:colegas?|compa[nñ]eros?))",
        "¿Quién decide sobre la licitación?",
        "Denos los nombres de sus colegas",
        silent=("Mis colegas le saludan",),
        strength=0.75,
        lang="es",
    ),
    pattern(
        r"(?:kto (?:decyduje|pracuje nad|odpowiada|zajmuje si[eę])|nazwiska (?:koleg"
        r"|wsp[oó][lł]pracownik|os[oó]b)\S*|(?:kontakt\S*|znajom\S*|koleg\S*) (?:w|z) (?:ministerstw"
        r"|departament|urz[eę]d)\S*)",
        "Kto decyduje o przetargu",
        "Proszę podać nazwiska kolegów",
        silent=("Koledzy pozdrawiają",),
        strength=0.75,
        lang="pl",
    ),
    pattern(
        r"(?:介绍(?:几位|一些|一下|您的|你的)?.{0,4}同事|(?:同事|同行|朋友|熟人)的?(?:名单|联系方式|姓名)|谁(?:负责|决定|主管)|(?:您|你)的?人脉"
        r"|部门(?:名单|组织结构))",
        "能否介绍几位同事",
        "这个项目谁负责",
        silent=("同事们都好",),
        strength=0.75,
        lang="zh",
    ),
)

NETWORK_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:no (?:names|need to (?:send|name|list))|don'?t (?:name|send|list)|do not (?:name|send"
        r"|list)|without naming|no referral|never ask|not (?:dream of )?ask(?:ing)?|i would not dream"
        r"|not name|we (?:don'?t|never|do not) (?:ask|collect))\b",
        "No names of colleagues in the unit needed",
        "We never ask for a list of staff",
    ),
    pattern(
        r"\b(?:references?|referees?|emergency contact|next of kin|grant agreement|candidates?"
        r"|applicants?|we (?:are looking|look|seek) for|looking for (?:a|someone|somebody)|the person "
        r"who|people who|those who|anyone who|everyone who|hr|hiring manager|project coordinator"
        r"|choir|quiz|party|cake|parents|school|network (?:cable|engineer|administrator|protocol)|let "
        r"them choose|panel|reports to the)\b",
        "Give us the names of two referees from your department",
        "People who work on Sundays get a bonus",
        "The role reports to the person who leads the team",
    ),
)
