"""Patterns of the family ``pay``: how much, by the piece, up front."""

from __future__ import annotations

from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern

__all__ = [
    "ABOVE_MARKET",
    "ABOVE_MARKET_VETOES",
    "PER_REPORT",
    "PER_REPORT_VETOES",
    "SWEETENER",
    "SWEETENER_VETOES",
]

ABOVE_MARKET = (
    pattern(
        r"\b(?:two|three|four|five|ten|several|2|3|4|5|10) times<1> (?:the|your|what)<2> (?:going "
        r"rate|usual (?:rate|fee|pay)|market|normal (?:rate|fee|pay)|current|rate|salary|pay|wage"
        r"|others|you)\b"
        r"|\b(?:double|triple|twice|thrice|treble) (?:the|your|what) (?:going|usual|market|normal"
        r"|current|monthly|rate|salary|pay|wage|others|you)\b",
        "We pay three times the usual rate",
        "That is double your salary",
        silent=("Three times the usual dose",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:well|far|much|way|considerably|significantly|substantially|a lot)<1> (?:above|over"
        r"|beyond|more than|better than|higher than)<2> (?:market|usual (?:rate|fee|pay)|going rate"
        r"|normal (?:rate|fee|pay)|average|rate|"
        r"agencies|standard|journal|newspaper|what (?:you|others|they|agencies))\b|\babove[ "
        r"-](?:market|average) (?:pay|rate|salary|fee|remuneration|compensation)",
        "The fee is well above the market",
        "We offer above-market pay",
        silent=("The snow lay far above the usual line",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:very|extremely|highly|exceptionally|unusually|really|quite|most|so) (?:generous"
        r"|lucrative|handsome|well[ -]paid|attractive|high)<1> (?:pay|fee|fees|rate|rates|salary"
        r"|remuneration"
        r"|compensation|reward|honorarium|payment|income|sum|money|role|job|terms)\b|\b(?:high"
        r"|generous|excellent|great|huge|big|top) (?:pay|fee|reward|money|income|remuneration"
        r"|honorarium|compensation)\b"
        r"<4> (?:few|little|easy|small|short|half|flexible|two|simple|hour|hours|page|work)\b",
        "A very generous honorarium awaits",
        "High pay for a few hours a week",
        "Great money for easy work",
        silent=("A generous portion of soup",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:earn|make|get|receive|pocket)<4> (?:more|as much)<2> (?:in|for|from|than)<4> "
        r"(?:weekend|evening|afternoon|hour|day|month|week|salary|year|page)\b|\bmore lucrative than\b",
        "You could earn more in a weekend than in a month",
        "Your evening could become more lucrative than your job",
        silent=("You get more sleep",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:amount|sum|figure|fee|rate|number)<3> (?:not a (?:misprint|typo|mistake|joke)|may "
        r"(?:seem|look|appear) (?:high|anomalous|strange|large|generous)|no typo)\b|\bnot a typo\b",
        "The amount is not a misprint",
        "The per-word figure may seem high to you",
        silent=("The rate is fixed by the court",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:will not|won'?t|never|nowhere|not) (?:\S+ ){0,2}(?:find|get|see|earn)<2> (?:this|such"
        r"|that|these) (?:a )?(?:rate|rates|fee|sum|money|pay|salary)s?<1> (?:elsewhere|anywhere|else)?",
        "You will not find this rate elsewhere",
        silent=("You won't find this bird elsewhere",),
        strength=0.75,
    ),
    pattern(
        r"<money><6> (?:for|just for|only for) (?:just |only |merely )?(?:a |an |one |two |three |1 "
        r"|2 |3 |half an? |few |a few |some )*(?:hours?|pages?|evenings?|paragraphs?|lines|chats?"
        r"|short note|short text|remarks|outline|sheets?)\b",
        "$2,500 for just two pages",
        "3000 eur a month for few hours",
        silent=("The room is free for two hours",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:budget|money|price|cost|salary|funds?|payment|fee)<3> (?:no (?:problem|issue|object"
        r"|limit|obstacle)|not (?:a |an )?(?:problem|issue|question|obstacle)|unlimited)\b|\bname your "
        r"(?:price|fee|figure)\b|\boverpays?\b",
        "Money is no problem for us",
        "Name your price",
        strength=0.65,
    ),
    pattern(
        r"\b(?:pay|pays|paid|fee|salary|remunerat\S+)<3> (?:out of proportion|ridiculous|silly money"
        r"|crazy money|insane|unheard of|obscene)\b|\bsilly money\b|\bnearly fell off my chair\b",
        "The pay is frankly ridiculous",
        "It's silly money for what it is",
        silent=("The hat was ridiculous",),
        strength=0.65,
    ),
)

ABOVE_MARKET_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:can ?not|can'?t|don'?t|do not|won'?t|never|no longer) (?:\S+ ){0,2}(?:pay|offer"
        r"|promise|match|give)\b|\bin line with\b|\bwhat the street pays\b|\bpay scale\b|\bstrangers "
        r"who\b|\bpension\b",
        "We can't pay above the market rate",
        "Double the usual rate on Sundays, in line with the pay scale",
    ),
    pattern(
        r"\b(?:locum|interim|day rate|quant|offshore|bank holiday|overtime|on-?call|night shift"
        r"|weekend rate|umbrella|hedge fund)\b",
        "Interim CFO, well above market rate, CHF 1,900 a day",
        "Locum cover, double the usual pay",
    ),
)

PER_REPORT = (
    pattern(
        r"<money><2> (?:per|for (?:each|every|one|a single)|a|an|each|every|apiece|/) ?(?:\S+ "
        r"){0,2}?<paidunit>s?\b|<money>/<paidunit>\b",
        "We pay 1,500 USD per report",
        "They pay 400 dollars a page",
        "£2,000 for each short paper",
        silent=("£2,000 a month plus pension", "The copy shop takes 10 cents per page"),
        strength=0.9,
    ),
    pattern(
        r"\b(?:per|for each|for every|each|every)(?: \S+){0,2} <paidunit>s?,?:?<6> <money>",
        "Per report we give 800 dollars",
        "Each note is honoured at £900",
        silent=("Each report has 40 pages",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:pay|paid|pays|paying|payment|fee|honorarium|compensation|compensated|remunerat\S+"
        r"|reward(?:ed)?|earn|money|cash|settled|honou?red)\b<4> (?:per|for (?:each|every)|by the|each"
        r"|every|piece by)"
        r"(?: \S+){0,2} (?:<paidunit>|piece|time)s?\b",
        "You are paid per report",
        "The fee is for each accepted article",
        "Compensation: per accepted submission",
        silent=("Pay day is the 28th and inspection reports are due on Fridays",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:each|every) <paidunit><3> (?:paid|rewarded|honou?red|settled|remunerated|compensated"
        r"|triggers|brings|earns|worth|priced)\b",
        "Every paper is rewarded on delivery",
        "Each instalment triggers its own payment",
        silent=("Every paper is read twice",),
        strength=0.8,
    ),
    pattern(
        r"<money><1> (?:a pop|apiece|a piece|per piece|a throw|a go)\b",
        "Little papers go for 500 bucks a pop",
        "A column from you at €600 apiece",
        silent=("Tickets are sold at the door, apiece",),
        strength=0.8,
    ),
    pattern(
        r"<money><2> (?:for|upon|on) (?:every|each|the first|the next|any|one|a|your|this)<2> "
        r"<paidunit>s?\b|<money><1> for (?:\S+ ){0,2}(?:<report>|\d+ ?(?:-|to) ?\d+ pages|\d+ "
        r"(?:pages|words))\b",
        "I can offer 700 euro for your first paper",
        "They will pay 1500-3000 USD for 6-10 pages",
        strength=0.8,
    ),
    pattern(
        r"\b<paidunit>s?(?:\S+)?<5> (?:at|for|worth|,|fee|paid) ?<money>",
        "A short memo for $900",
        "Three pages, paper fee €1,200",
        "Two articles at 500 euros",
        silent=("The report costs the reader some time",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:per|by the)[ -](?:report|article|paper|page|piece|word|question|answer|deliverable"
        r"|memo|briefing)<2> (?:rate|rates|basis|fee|fees|pay|payment|figure|price)\b|\bpiece (?:rate"
        r"|work|pay)\b",
        "It works on a per-report basis",
        "We have a per-article fee",
        silent=("The piece of work is done",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:you|u) (?:write|send|answer|deliver) (?:\d+|one|two|three),? (?:we|i) pay (?:\d+|one"
        r"|two|three)\b|\b(?:nobody|no ?one|don'?t) counts? hours\b|\bpaid (?:eleven|ten|\d+|several) "
        r"times\b",
        "You write 3, we pay 3",
        "Nobody counts hours, we count docs",
        silent=("You answer three questions",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:pro|je|für jeden|f[uü]r jede)(?: \S+)? (?:bericht|artikel|seite|analyse|gutachten|text"
        r"|papier|studie|antwort|beitrag)s?\b.*(?:euro|eur|€|dollar|honorar|zahl|verg[uü]t)"
        r"|(?:euro|eur|€|dollar|honorar|zahlen|verg[uü]t\S*)<4> (?:pro|je) (?:bericht|artikel|seite"
        r"|analyse|text|studie|antwort|beitrag)",
        "Pro Bericht zahlen wir 800 Euro",
        "Sie erhalten ein Honorar von 500 Euro pro Artikel",
        silent=("Pro Seite zwei Bilder, bitte",),
        lang="de",
    ),
    pattern(
        r"(?:euros?|eur|€|dollars?|pay[eéè]\S*|r[eé]mun[eé]r\S*|honoraires)<4> (?:par|pour chaque) "
        r"(?:rapport|article|note|page|analyse|texte|synth[eè]se|r[eé]ponse|document)",
        "Nous payons 600 euros par rapport",
        "Vous serez payé pour chaque note",
        silent=("Deux photos par page",),
        lang="fr",
    ),
    pattern(
        r"\bpar rapport (?:remis|livr[eé]|rendu|accept[eé])|\b(?:chaque|par) (?:rapport|article|note"
        r"|analyse|page)\b.*(?:pay[eé]|r[eé]mun[eé]r|honor[eé]|euros?|€)",
        "Chaque rapport est rémunéré",
        silent=("Chaque article est relu",),
        strength=0.8,
        lang="fr",
    ),
    pattern(
        r"(?:euro|eur|€|dollar|betal\S+|vergoeding|honorarium)<4> (?:per|voor (?:elk|elke|ieder"
        r"|iedere)) (?:rapport|artikel|pagina|analyse|stuk|notitie|antwoord|tekst)",
        "Wij betalen 700 euro per rapport",
        "Een vergoeding van 300 euro voor elke notitie",
        silent=("Twee foto's per pagina",),
        lang="nl",
    ),
    pattern(
        r"\b(?:elk|per|ieder) (?:rapport|artikel|stuk|verslag)\b.*(?:betaal|euro|€|vergoed)",
        "Per rapport krijgt u 500 euro",
        silent=("Elk rapport wordt gelezen",),
        strength=0.8,
        lang="nl",
    ),
    pattern(
        r"(?:euros?|eur|€|d[oó]lares|pag\S+|honorarios)<4> (?:por|por cada) (?:cada )?(?:informe"
        r"|art[ií]culo|p[aá]gina|an[aá]lisis|texto|nota|documento|respuesta)",
        "Pagamos 500 dólares por informe",
        "Honorarios de 300 euros por cada artículo",
        silent=("Dos fotos por página",),
        lang="es",
    ),
    pattern(
        r"\bpor cada (?:informe|art[ií]culo|nota|texto)\b.*(?:pag|euros|d[oó]lares|€|\$)|\bcada "
        r"informe se paga",
        "Por cada informe recibirá 800 euros",
        silent=("Por cada informe hay un lector",),
        strength=0.85,
        lang="es",
    ),
    pattern(
        r"(?:euro|eur|€|dolar[oó]w|usd|z[lł]|z[lł]otych|p[lł]ac\S+|wynagrodzenie|stawka)<4> za "
        r"(?:ka[zż]dy |ka[zż]d[aą] |jeden |jedn[aą] )?(?:raport|artyku[lł]|stron[eę]|analiz[eę]|tekst"
        r"|notatk[eę]|opracowanie|odpowied[zź])",
        "Płacimy 2000 zł za raport",
        "Wynagrodzenie 300 euro za każdy artykuł",
        silent=("Dziękuję za raport",),
        lang="pl",
    ),
    pattern(
        r"za (?:ka[zż]dy|jeden) (?:raport|artyku[lł]|tekst).*(?:euro|z[lł]|dolar|p[lł]ac|usd)",
        "Za każdy raport płacimy 500 euro",
        silent=("Za każdy raport dziękuję",),
        strength=0.85,
        lang="pl",
    ),
    pattern(
        r"(?:每|一)(?:篇|份|页|个|条)(?:报告|文章|稿件|分析|简报|论文|稿|问题|信息)?.{0,10}(?:元|美元|美金|欧元|人民币|usd|\$|稿酬|报酬|稿费|酬劳)",
        "每篇报告500美元",
        "一份分析报酬是2000元",
        silent=("每篇文章都有插图",),
        lang="zh",
    ),
    pattern(
        r"按(?:篇|份|件|页)(?:付费|付款|计酬|结算|支付|计费|给钱)",
        "我们按篇付费,写完就结算",
        silent=("按页码排列",),
        lang="zh",
    ),
)

PER_REPORT_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:never|don'?t|do not|doesn'?t|not|nobody|no ?one|cannot|can'?t) (?:\S+ )?pays?\b"
        r"|\b(?:is|are|isn'?t|aren'?t|will)<1> (?:not|n't)? ?(?:be )?paid\b.*\bnot\b|\bunpaid\b|\bno "
        r"(?:honorarium|fee|payment)\b"
        r"|\bsuch as ['\"]|\blines? like ['\"]",
        "We never pay sources, per report or otherwise",
        "There is no honorarium per article",
        silent=("We pay per report",),
    ),
    pattern(
        r"\b(?:patients?|copy shop|printer|print(?:ed|ing)? edition|in print|ticket|per head|annual "
        r"report|sick note|school reports?|credit report|survey report costs|open access|publication "
        r"charge|apc|subscribers pay|report card|expert witness\S*|bug bounty|download|column inch"
        r"|per copy"
        r"|charges?|postage|photographers?|bank ?notes?|notes? and coins)\b",
        "The patient pays 30 euro per report",
        "Open access costs 2,000 euros per article",
    ),
)

SWEETENER = (
    pattern(
        r"\b(?:paid|pay|payment|fee|half|part|money|sum|retainer|first one|first fee|deposit)<4> "
        r"(?:up ?front|in advance|beforehand|before you (?:start|begin|write)|already (?:today|now"
        r"|tomorrow)|at (?:the )?(?:start|outset)|on the day you say yes|upon start|on signing up)\b",
        "The first one is paid up front",
        "Half of the sum I can send already today",
        silent=("The hall must be paid for in advance by the tenant, a fee is charged",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:welcome|starting|joining|registration|sign[ -]?up|thank[ -]?you|goodwill|sign[ -]on) "
        r"(?:bonus|gift|money|present|payment|package|reward)\b",
        "I send a welcome bonus of 200",
        "There is a sign-on gift for all new observers",
        silent=("The joining bonus is paid in month seven",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:paid|remunerated|compensated) (?:\S+ )?(?:trial|test|sample|pilot|first task|taster"
        r"|trial piece|trial paper)\b|\b(?:trial|test|sample|pilot) (?:assignment|paper|report|piece"
        r"|task|article|work)\b<6> (?:paid|fee|<money>|four-figure|settled)",
        "A paid trial paper to start",
        "Trial assignment: summary of press on shipyards, four-figure fee",
        silent=("A clinical trial on paid volunteers",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:accept|enclosed?|sending|send you|sent you|brought|bring you|have|bought|buys?|receive"
        r"|posted|prepared?)<5> (?:small |little |modest |humble |nice )?(?:gift|present|token"
        r"|souvenir|parcel|bottle|hamper|watch|voucher|gift basket|good phone)\b",
        "Please accept a small gift from our chairman",
        "I brought a little present from home",
        silent=("Please accept this token in the parking machine",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:small |little |modest )(?:gift|present|token|surprise|gesture)<4> (?:for you|for your"
        r"|wait\S*|on its way|as a|from (?:me|us|our|my)|in the post)\b|\b(?:gift|present|hamper"
        r"|bottle)<2> (?:on its way|left at|in the post|waiting)\b",
        "A small gift from our director",
        "Gift on its way, address please",
        silent=("The small gift shop is by the gate",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:advance|retainer|stipend|down payment|prepayment|first instal+ment)\b<5> (?:<money>"
        r"|today|tomorrow|at once|immediately|right away|before|already|ready|waiting|to show|now)",
        "An advance of $500 today",
        "The retainer is ready before you write a line",
        silent=("Please let us know in advance if you can't come today",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:keep the|keep it|keep this|is yours|are yours|yours to keep)<4> (?:regardless|anyway"
        r"|whatever (?:happens|you decide)|either way|in any case|even if)\b|\bno strings\b",
        "The first 500 is yours regardless",
        "Keep the first fee anyway",
        silent=("Keep calm anyway",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:i|we|he|chairman|director)(?:'ve| have|'d| would)?<2> (?:already |just )?(?:sent"
        r"|transferred|put|paid|deposited|wired|reserved|booked|set aside|topped up|like to set "
        r"aside)<3> (?:<money>|credit|something|money|amount|a weekend|a little)\b",
        "I have already transferred 300 dollars",
        "We should like to set aside €5,000 for your first conversations, I have set aside $200",
        silent=("We have already put the kettle on",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:pay|give|send|offer|cover|buy)\b<3> (?:you |your )?(?:\S+ ){0,2}?(?:just |only "
        r")?(?:for (?:reading|looking|listening|your time|a chat|thinking|considering|the first "
        r"(?:talk|call|chat|coffee))|before (?:any|a single|we talk|the first)|school fees|your "
        r"debts?|your rent)\b",
        "We pay you just for reading this proposal",
        "Let me send school fees for your eldest",
        silent=("We can't pay for your time",),
        strength=0.65,
    ),
    pattern(
        r"\bfirst<1> (?:report|paper|piece|note|task|article|payment|fee)<2> (?:paid|free of|on us|in "
        r"advance|up ?front|double)\b|\bas (?:a )?(?:sign|token|proof) of (?:our )?(?:goodwill"
        r"|sincerity|good faith|trust|appreciation|seriousness)\b",
        "As a sign of our sincerity there is a payment",
        "First piece up front",
        silent=("As proof of address send a bill",),
        strength=0.7,
    ),
)

SWEETENER_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:not|never|no|n'?t|don'?t|do not|cannot|can'?t|won'?t)<3> (?:in advance|up ?front"
        r"|gifts?|gratuit\S+|presents?|pay for|deposit)\b|\b(?:must be|shall be|to be) (?:declared"
        r"|returned)\b|\bdeclare\b|\bjoining bonus\b.*\b(?:month|contract|tax\S*)\b",
        "We do not pay in advance",
        "Gifts must be declared",
        "The joining bonus is paid in month seven",
    ),
    pattern(
        r"\b(?:gift (?:shop|aid|tax|register)|parking|tenant|birthday|wedding|christmas party|secret "
        r"santa|deposit scheme|leaving present|clinical trial|trial (?:data|period|judge)"
        r"|presentation|let us know in advance|signing bonus)\b",
        "The gift shop is by the gate, bring a small present",
        "A birthday present from all of us",
    ),
)
