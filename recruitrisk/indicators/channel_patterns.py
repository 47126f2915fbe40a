"""Patterns of the family ``channel``."""

from __future__ import annotations

from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern

__all__ = ["EVADES", "EVADES_VETOES", "MOVE", "MOVE_VETOES", "QUICK"]

MOVE = (
    pattern(
        r"\b(?:add|reach|text|txt|message|msg|ping|find|contact|write|call|catch|hit|get|dm|whatsapp"
        r"|drop)<1> (?:me|us|my \S+|our \S+)(?: a line| a note| up| back| directly| there| now)?<2> "
        r"(?:on|via|over|by|at|in|through|with|using|to)"
        r" (?:my |our |the )?(?:private |personal |own )?<anyapp>\b",
        "Add me on WhatsApp",
        "Please text us over Signal",
        "Write me in Telegram and I show you a sample",
        silent=("Catch me on the six o'clock train", "Find us in the directory"),
    ),
    pattern(
        r"\b(?:move|switch|continue|go on|carry on|take|talk|speak|chat|shift|go over|transfer"
        r"|proceed|keep|discuss|connect|communicate|jump|hop)\b<5> (?:to|on|over|via|by|onto|through"
        r"|in|into|using) (?:a |my |our |your |the )?"
        r"(?:private |personal |secure |safe |encrypted |different |another |other )?(?:<app>|signal"
        r"|messenger|line id|private e-?mail|personal e-?mail|private mail|private (?:channel|chat"
        r"|line)|secure channel|other (?:channel|app)|another (?:channel|app|place|platform)|e-?mail "
        r"instead)\b",
        "Let us continue on WeChat",
        "Could we move this to another channel?",
        "I would prefer to talk over Signal",
        silent=("I teach a course on how people talk over the garden wall",),
    ),
    pattern(
        r"\b(?:do you (?:have|use)|have you got|are you on|what(?:'s| is) your|give me your|send me "
        r"your|may i have your|can i (?:have|get)|share your|tell me your|pass me your|drop (?:me "
        r")?your|need your|let me have your)<3> "
        r"(?:<app>|signal|whatsapp number|(?:phone|mobile|cell|private|personal|home|telephone)(?: "
        r"phone| mobile)? number|number[?.]|number$|digits|mobile|private (?:e-?mail|mail|address"
        r"|number)|personal (?:e-?mail|mail|address|number)|non-corporate mailbox|gmail|id)\b",
        "Do you have WhatsApp?",
        "Give me your private number",
        "What is your Telegram?",
        silent=("Give me your train number for the pick-up",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:off|outside|away from|leave|beyond|not (?:on|in|over)|instead of|rather than|better "
        r"than)<1> (?:this|the) (?:platform|site|network|app|portal|channel|forum)\b<6>|\b(?:off|away "
        r"from|leave|outside(?: of)?) (?:linkedin|here)\b<4> ?(?:talk|continue|chat|speak|please"
        r"|write|from now)?",
        "Let us talk away from this platform",
        "I prefer to speak outside LinkedIn",
        "Off this site from now on, please",
        silent=("A stroll away from the park",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:i|we)(?: am|'m| are)? (?:not often|not much|rarely|seldom|hardly|don'?t often|do not "
        r"often|not|n'?t)<2> (?:read|check|look|log|come|open|online|use|see|here)<3> (?:here|this "
        r"(?:site|platform|app|inbox|network|account)|linkedin|messages here|often)\b"
        r"|\bhere i (?:not often|rarely|seldom|don'?t) (?:read|look|check)\b",
        "I seldom look here",
        "I don't often check this inbox, so here I not read often",
        "We rarely log in here",
        silent=("I rarely read the sports pages",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:my|our|the|his|her)? ?(?:<app>|signal|line|tg|wa)(?: id| number| no| account| name| "
        r"contact| handle)?(?: is|:| =|,? id) ?[@+]?\S*[\d_@+]\S*|\b(?:<app>|signal|telegram) only\b"
        r"|\bonly (?:contact )?(?:by|via|on|through) (?:<app>|signal)\b|\b(?:join|add|open|install) "
        r"(?:me on )?(?:<app>|signal)\b",
        "My LINE is hsu_advisory88",
        "Join WeChat, id harbour_view88",
        "Only contact by Signal",
        "Telegram only please",
        strength=0.9,
    ),
    pattern(
        r"\b(?:text|txt|sms|ring|call|message|whatsapp)<1> (?:me|us)?<3> ?(?:on|at)? ?(?:\+|00)\d[\d "
        r"()-]{6,}|\b(?:send|drop)<1> (?:me|us)<1> (?:an? )?(?:text|sms)\b|\b(?:txt|text|whatsapp) "
        r"me\b",
        "txt me +44 7700 900482",
        "Drop me a text tonight",
        "Just text me",
        silent=("Call the switchboard on +44 20 7946 0000",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:write|mail|e-?mail|reply|send|answer|drop|contact|use|revert|address)\b<7> (?:to|at"
        r"|from|on|via|using|through|by)<3> (?:my |your |his |our )?<privatemail>|\b(?:private"
        r"|personal|non-corporate|non-work|home) (?:e-?mail|mail|mailbox|inbox|phone|number"
        r"|account)<2> (?:please|instead|better|rather|would|is)\b",
        "Please reply to my private mail",
        "Send it from your personal address",
        "A private number would be better",
        silent=("We'll never write to you from a private mailbox", "My gmail filter ate it"),
        strength=0.75,
    ),
    pattern(
        r"\b(?:drop me a line at|write (?:me|us) (?:at|on|to)|reach (?:me|us) (?:at|on)|revert on|add "
        r"me|send (?:it |them |this |all )?to|line for you|proton:|mail me (?:at|on))<5> \S+@(?:gmail"
        r"|proton|protonmail|outlook|hotmail|yahoo|gmx|icloud|163|qq|mail|tutanota)\.\S+",
        "Drop me a line at a.kallas.placements@gmail.com instead",
        "Write us at fellows.desk@proton.me",
        silent=("Write to us at careers@nordmark.example",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:secure|safer?|encrypted|private|discreet|better|more (?:comfortable|convenient|secure"
        r"|private|efficient|discreet)|quicker|easier|faster)<2> (?:messenger|channel|app|line|chat"
        r"|(?:on|over|via|by|through|in) (?:<app>|signal|phone chat))\b"
        r"|\b(?:<app>|signal)(?: is| would be|'s)(?: much| a lot| far)? (?:better|easier|safer"
        r"|quicker|more \S+|best|faster|preferable)\b|\bi (?:much |far |vastly )?prefer (?:<app>"
        r"|signal)\b",
        "Let us use a secure channel",
        "It is easier over WhatsApp",
        "Signal is much safer",
        "I vastly prefer WhatsApp",
        strength=0.75,
    ),
    pattern(
        r"\b(?:group|chat|channel|room)<2> (?:on|in) (?:<app>|signal)\b|\b(?:pull|add|invite|bring) "
        r"you<2> (?:in|to|into)<3> (?:group|chat|<app>|signal)\b|\bscan<3> (?:qr|code)<4> (?:add|chat"
        r"|group|contact|<app>)\b",
        "I will add you to our group",
        "We have a small chat on Telegram",
        "Scan the QR code to add the coordinator",
        silent=("The choir is a group in Kent",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:prefer|need|find|use|furnish|propose|suggest|which|other|another|different"
        r"|alternative)<2> (?:other |another |different |alternative |more private )(?:channel|address"
        r"|medium|means of (?:contact|communication)|way to (?:talk|chat|write)|app|messenger)\b",
        "I would prefer another channel",
        "Kindly furnish some other address",
        silent=("Another channel of the river silted up",),
        strength=0.7,
    ),
    # German, French, Dutch, Spanish, Polish, Chinese
    pattern(
        r"(?:schreib\S*|melde\S*|kontaktier\S*|erreich\S*|füg\S*|adde|hinzu\S*|weiter|reden|sprechen"
        r"|wechseln|chatten|unterhalten|fortsetzen)<6> (?:auf|über|per|via|bei|zu|in) (?:<anyapp>"
        r"|meine private (?:e-?mail|nummer))\b",
        "Schreiben Sie mir bitte über WhatsApp",
        "Lassen Sie uns auf Telegram wechseln und reden wir weiter auf Telegram",
        silent=("Wir sprechen am Montag über Zahlen",),
        lang="de",
    ),
    pattern(
        r"(?:über|auf|per|via) (?:<app>|signal)<3> (?:weiter\S*|sprechen|reden|schreiben|austauschen"
        r"|fortsetzen|kontaktieren|melden)|\bihre (?:private|persönliche) (?:e-?mail|nummer"
        r"|handynummer)",
        "Wollen wir über WhatsApp weiterreden",
        "Wie lautet Ihre private Nummer",
        silent=("Per Post weiterleiten",),
        strength=0.85,
        lang="de",
    ),
    pattern(
        r"(?:[eé]cri\S*|contact\S*|ajout\S*|continu\S*|parler|[eé]chang\S*|joi\S*|discut\S*"
        r"|poursuiv\S*|passer|passons)<6> (?:sur|par|via) (?:<anyapp>|(?:mon |votre |ma )?(?:mail"
        r"|adresse|messagerie) (?:priv[eé]e?|perso\S*))",
        "Écrivez-moi sur WhatsApp",
        "Nous pouvons continuer par Telegram",
        silent=("Continuons sur ce sujet lundi",),
        lang="fr",
    ),
    pattern(
        r"(?:votre|ton|mon) (?:num[eé]ro|adresse|mail|e-?mail)<1> (?:priv[eé]e?|personnel(?:le)?"
        r"|whatsapp|telegram|signal)|(?:sur|par) (?:<app>) (?:plut[oô]t|de pr[eé]f[eé]rence|c'est plus)",
        "Donnez-moi votre numéro personnel",
        "Sur Telegram plutôt",
        silent=("Votre numéro de dossier",),
        strength=0.85,
        lang="fr",
    ),
    pattern(
        r"\b(?:app|stuur|schrijf|bereik|voeg|verder|praten|contact|bericht|overleggen|mail|bel)\S*<6> "
        r"(?:op|via|per|over|naar|in) (?:<anyapp>|mijn (?:priv[eé])[ -]?\S*)",
        "Stuur mij een bericht via WhatsApp",
        "Laten we verder praten op Signal",
        silent=("Wij praten verder op maandag",),
        lang="nl",
    ),
    pattern(
        r"\bapp me\b|\b(?:uw|je|jouw) (?:priv[eé]|persoonlijke)[ -]?(?:nummer|mail|adres|e-?mail)\S*",
        "App me even",
        "Wat is uw privénummer",
        silent=("Uw nummer in de rij",),
        strength=0.8,
        lang="nl",
    ),
    pattern(
        r"(?:escr[ií]b\S*|cont[aá]ct\S*|a[nñ][aá]d\S*|agr[eé]g\S*|habl\S*|segui\S*|continu\S*|sigamos"
        r"|mensaje|charl\S*|pasemos)<6> (?:por|en|a|al|v[ií]a|a trav[eé]s de) (?:<anyapp>|mi correo "
        r"(?:personal|privado))",
        "Escríbame por WhatsApp",
        "Sigamos hablando en Telegram",
        silent=("Hablamos en la oficina el lunes",),
        lang="es",
    ),
    pattern(
        r"\b(?:su|tu|mi) (?:n[uú]mero|correo|tel[eé]fono|whatsapp|telegram)<1> (?:personal|privado"
        r"|particular|es)\b",
        "¿Me da su número personal?",
        silent=("Su número de orden",),
        strength=0.8,
        lang="es",
    ),
    pattern(
        r"(?:napisz|pisz|odezwij|dodaj|skontaktuj|rozmaw|porozmaw|przejd|przenie|kontynu"
        r"|prosz[eę])\S*<6> (?:na|przez|w|po|do) (?:<app>\S*|signal\S*|telegram\S*|prywatn\S*)",
        "Proszę napisać na WhatsAppie",
        "Przejdźmy na Telegram",
        silent=("Napisz do nas na adres urzędu",),
        lang="pl",
    ),
    pattern(
        r"(?:pana|pani|tw[oó]j|m[oó]j) (?:prywatny|osobisty) (?:numer|mail|e-?mail|adres)",
        "Jaki jest pana prywatny numer",
        silent=("Prywatny ogród",),
        strength=0.8,
        lang="pl",
    ),
    pattern(
        r"(?:加|用|换|转|到|在|通过)(?:我|你|一下|个|您)?(?:的)?"
        r"(?:微信|whats ?app|telegram|电报|qq|signal|skype|私人邮箱)",
        "方便加个微信吗",
        "我们用Telegram聊",
        silent=("微信支付部门招聘",),
        lang="zh",
    ),
    pattern(
        r"(?:微信|电报|私人邮箱|手机号)(?:号|联系|上聊|聊|详谈|沟通|是多少|发给我|发我)",
        "微信联系比较方便",
        "手机号发给我",
        silent=("手机行业招聘",),
        lang="zh",
    ),
)

MOVE_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:never|don'?t|do not|does not|doesn'?t|will not|won'?t|can ?not|can'?t|not|no longer"
        r"|stopped)<4> (?:use|invite|contact|ask|collect|write to you|recruit|hire|conduct|discuss "
        r"business|move|message|text|communicate)\b.*<anyapp>|\bwe(?:'ll| will)? never (?:write|ask"
        r"|contact|text|invite|message|send)\b"
        r"|\b(?:stay|remain|keep|rather stay|happy to stay|gladly remain)<3> (?:on|in) (?:this|the) "
        r"(?:platform|site|network)\b|\bno need to (?:leave|move)\b|\bstopped to use\b",
        "We never contact applicants on WhatsApp",
        "I gladly remain on this platform",
        "Our firm does not invite applicants to Telegram groups",
    ),
    pattern(
        r"\b(?:signal processing|signal integrity|traffic signal|production line|line manager"
        r"|instagram (?:ads|campaign|feed|account manager|page)|facebook (?:ads|page)|(?:telegram"
        r"|whatsapp|wechat|signal|skype) (?:team|api|bot|engineer|integration|developer|product|pay"
        r"|ban)"
        r"|at whatsapp|role at|job at|switchboard|team of \S+ at|emergency number|out-of-hours|porter"
        r"|reception)\b",
        "The role is in the Telegram team",
        "Signal processing engineer",
        "Call the switchboard to reach us on the line",
    ),
    pattern(
        r"\b(?:teams|zoom|google meet|webex)<3> (?:call|invite|link|demo|meeting|interview)\b"
        r"|\bfollow us on\b|\b(?:dean|ministry|company|hr) (?:group|portal)\b",
        "A Teams call next week instead of this platform, I send a Zoom link",
        "Follow us on Instagram and message us there on Facebook",
    ),
)

EVADES = (
    pattern(
        r"\b(?:can ?not|can'?t|could not|not (?:able|possible|allowed|convenient)(?: to)?|unable to"
        r"|won'?t|don'?t|do not|prefer not to|rather not|never|not do|impossible|dislike|hate"
        r"|avoid)\b<2> (?:video|camera|webcam|phone calls?|telephone calls?|voice|voice calls?|zoom"
        r"|face[ -]to[ -]face|in person"
        r"|show (?:my face|our faces?)|take calls|give (?:references|referees|proof))\b",
        "I can not do video",
        "We don't take calls",
        "I'd rather not show my face on camera, I prefer not to do Zoom",
        silent=("I can't call before nine, so let us video call at ten", "We can't visit until June"),
        strength=0.65,
    ),
    pattern(
        r"\b(?:camera|webcam|video|microphone|mic|phone|telephone|line|sound|laptop)<3> (?:broken|not "
        r"(?:possible|working|work|available)|doesn'?t work|does not work|isn'?t working|out of order"
        r"|defect\S*|damaged|kaput|under repair)\b",
        "My camera is broken",
        "Video is not possible too",
        strength=0.7,
    ),
    pattern(
        r"\b(?:office|headquarters|premises|bureau)<4> (?:under renovation|being (?:renovated|moved"
        r"|refurbished)|closed to visitors|not open|no visitors|moving|relocat\S+|temporarily closed"
        r"|can ?not be visited)\b|\bno (?:fixed|physical) (?:office|premises)\b|\bdo(?:es)? not "
        r"(?:have|keep|receive)<2> (?:office|visitors)\b",
        "The office is under renovation this season",
        "We have no physical office",
        silent=("The office is open on weekdays",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:in writing|by (?:chat|text|mail|message|letter)|chat|text|writing|written)<2> (?:only"
        r"|is (?:more efficient|better|enough|sufficient|safer|preferable))\b|\bonly (?:by|in|via"
        r"|through) (?:chat|text|writing|message|messages|mail)\b|\bno (?:calls?|video),",
        "Chat is more efficient",
        "Only in writing please",
        "No calls, no video",
        strength=0.65,
    ),
    pattern(
        r"\b(?:you )?(?:don'?t|do not|needn'?t|need not|no need to|not necessary to|why do you|why "
        r"would you|no reason to|should not|shouldn'?t|must not)<2> (?:need to |have to |want to "
        r")?(?:check (?:us|me|the|our|on)|verify|worry about (?:who|the firm|us|that)|look (?:us|me) "
        r"up|ask (?:who|for proof|for references|so many)|meet (?:him|her|them|my|our)|google"
        r"|research (?:us|me)|call (?:our|the) (?:office|headquarters))\b",
        "You don't need to check us",
        "There is no need to verify",
        "Why do you ask for proof",
        silent=("You don't need to check in a bag",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:isn'?t|is not|aren'?t|are not|not) (?:somebody|someone|a person|people)<1> (?:you|that "
        r"you)<1> (?:need|have|want)\b|\bprefers?<1> (?:to )?(?:stay|remain|keep) in the background\b"
        r"|\buntil (?:the )?(?:trust|confidence)<2> (?:has )?(?:grown|grows|built|established|there)\b",
        "My principal isn't somebody you need to meet",
        "The partners prefer to stay in the background until trust has grown",
        silent=("He is not somebody who sleeps late",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:just trust|you (?:must|have to|should|can) trust|have (?:some )?(?:trust|faith)|take "
        r"my word|my word (?:is|should be|must be))\b|\b(?:too many|so many|such) questions\b|\bdo "
        r"you not trust\b|\bdon'?t you trust\b|\boffended\b<4> (?:ask|doubt|question|check)",
        "Just trust me on this",
        "So many questions, my friend",
        "Don't you trust us?",
        silent=("The trust meets in May",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:never|not|n'?t)<2> (?:met|meet)<3> (?:in person|in your country|in europe|at (?:our"
        r"|the|your) (?:office|embassy)|in london|at your (?:office|place)|on neutral)\b|\b(?:travel"
        r"|come|visit|meeting)<4> (?:visa|health|budget|schedule)<3> (?:problem|issue|refused|not "
        r"allow|doesn'?t allow|difficult)\b",
        "I cannot travel to a meeting because of a visa problem",
        "We do not meet at our office",
        silent=("We met in person in Bonn",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:references?|referees?|proof|credentials|registration|licen[cs]e|certificate|contract"
        r"|details)<4> (?:confidential|not available|not (?:possible|public)|can ?not (?:be )?(?:given"
        r"|shared|shown|provide[d]?)|will come later|not give|internal|n'?t share)\b",
        "Our references are confidential",
        "Proof will come later",
        silent=("Your references are welcome",),
        strength=0.65,
    ),
)

EVADES_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:happy to|glad(?:ly)?|you will meet|feel free|welcome to|instead (?:let us|we can|i "
        r"can)|so let us|can (?:do|call|meet|show)|at ten|on monday|after (?:lunch|the|my)|tomorrow"
        r"|next week|before (?:nine|noon|june)|until (?:june|monday|tomorrow|after)|hear poorly"
        r"|reschedule)\b",
        "I can't call before nine, so let us video call at ten",
        "I can't do video today, happy to meet at the office",
    ),
)

QUICK = (
    pattern(
        r"\b(?:add|text|txt|message|write|contact|join|find)<2> (?:me|us)?<2> ?(?:on|in|via|over|by"
        r"|at)? ?(?:<app>|signal|tg)<3> (?:now|today|tonight|first|right away|at once|immediately|asap"
        r"|and i (?:will |'ll |can )?(?:show|explain|tell|send|give)|for (?:the )?(?:details|more"
        r"|info))\b",
        "Add me on Telegram now",
        "Write me in WhatsApp and I show you a sample",
        "Text me on Signal for details",
        silent=("Text me today if the train is late",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:details|explain|tell you|more|rest|information|introduction|terms|discuss|the topic"
        r"|the role|the job|the project)\b<5> (?:on|via|over|by|in|through|at) (?:my |your )?(?:<app>"
        r"|signal|private mail|private e-?mail|personal e-?mail|gmail)\b",
        "I will explain more on WhatsApp",
        "Details via Telegram",
        silent=("Details on the careers page",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:not|can'?t|cannot|won'?t|n'?t|shall not)<4> (?:here|on this (?:site|platform|network)"
        r"|on linkedin|in this (?:inbox|chat))\b<8> (?:number|phone|address|<app>|signal|mail"
        r"|mobile)\b|\bi seldom look here\b|\bfirst (?:add|write|text)<3> (?:<app>|signal)\b",
        "I can't tell you here, so what is your phone",
        "First add me on WeChat",
        silent=("Not here but at the office desk by the window",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:got|have)<2> (?:smth|something|an offer|a project|an opportunity|a job)<8> (?:txt|text"
        r"|whatsapp|telegram|signal|wechat)\b|\btxt me\b",
        "got smth for u, txt me +44 7700 900482",
        "I have an opportunity, text me",
        silent=("I have something for your cold",),
        strength=0.75,
    ),
)
