"""Patterns of the family ``ask``: papers, growing demands, devices."""

from __future__ import annotations

from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern

__all__ = ["DEVICE", "DEVICE_VETOES", "EARLY_CV", "EARLY_CV_VETOES", "ESCALATION", "ESCALATION_VETOES"]

_CV = (
    r"(?:c\.?v\.?|cvs|résumé|resume|resumé|curriculum(?: vitae)?|career history|biography|bio"
    r"|life story)"
)
_ID = (
    r"(?:passport|id card|identity card|identity document|id|ids|driving licen[cs]e|family status"
    r"|personal (?:data|details|information|record|documents?)"
    r"|bank details|bank account details|diplomas?|date of birth|home address|photo of yourself"
    r"|proof of address)"
)

EARLY_CV = (
    pattern(
        r"\b(?:send|share|forward|mail|e-?mail|provide|submit|attach|drop|return|upload|get|give|have"
        r"|let me have|let us have|need|want|show)\b<5> " + _CV + r"\b",
        "Please send me your CV",
        "Could you share your updated resume",
        "Kindly let us have a brief biography",
        "We need your CV",
        silent=("Please do not send a CV yet",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:send|share|forward|mail|e-?mail|provide|submit|attach|scan|photograph|snap|return"
        r"|upload|give|let me have|let us have|need|want|ask|lodge|furnish)\b<7> (?:scan of (?:\S+ )?)?"
        + _ID
        + r"\b",
        "Send a scan of your passport",
        "Kindly let me have passport page and family status",
        "We ask now for bank details and a passport copy",
        silent=("Your passport will be needed at the gate", "The badge office will scan it"),
        strength=0.75,
    ),
    pattern(
        r"\b(?:"
        + _CV[3:-1]
        + r"|documents|papers|profile|data|details|"
        + _ID[3:-1]
        + r")\b<3> (?:first(?:$|,? (?:then|and|please))|before (?:i|we|any|anything)|then (?:we|i|my"
        r"|the)|,? only then|and then (?:we|i))\b",
        "Your CV first, then we talk",
        "Documents first",
        "Personal details before I explain anything",
        silent=("Papers at first light",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:fill|complete|return|answer|sign)\b<4> (?:form|questionnaire|sheet|registration"
        r"|personal file|template)\b<6> ?(?:before|first|personal|then|prior|attached|with your|with "
        r"full)?",
        "Fill attached sheet before I explain anything",
        "Complete the personal questionnaire",
        silent=("The form of the vase is complete",),
        strength=0.55,
    ),
    pattern(
        r"\b(?:with|and|plus|including|also)<2> (?:passport|copy of (?:your )?passport|passport "
        r"(?:copy|scan|page)|id scan|scan of id)\b|\b(?:copy|scan|picture|pic|photo|photocopy"
        r"|snapshot)<1> of (?:your |the )?(?:passport|id|identity \S+|driving licen[cs]e|staff card"
        r"|work badge|badge)\b",
        "CV and passport copy",
        "Just a pic of your passport page",
        "A photo of your work badge",
        silent=("With a view of the passport office",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:names?|contacts?|details|numbers?)<2> of<1> (?:two|three|your|former|previous|some)<2> "
        r"(?:supervisors?|referees?|references?|superiors?|bosses|managers)\b|\breferences<3> "
        r"(?:before|first|then)\b",
        "Names of two supervisors, with numbers",
        "Give me the details of your former managers",
        silent=("The names of two lakes",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:haven'?t|have not|before|cannot|can'?t|not yet|without|prior to)<4> (?:told|tell"
        r"|telling|say|saying|explain|know|knowing|discuss|discussing|offering|disclos\S+"
        r"|describ\S+)<6> (?:"
        + _CV[3:-1]
        + r"|documents|passport|papers|personal record|job|role|work|gig)\b<8>"
        r" (?:" + _CV[3:-1] + r"|documents|passport|id|papers|file|sent|send)\b",
        "I can't tell you the job before I see your resume or documents",
        silent=("Before telling the story he sent tea",),
        strength=0.7,
    ),
    pattern(
        r"(?:send\S*|schick\S*|[uü]bermittel\S*|mail\S*|br[aä]uchte|ben[oö]tig\S*|zusenden|lassen)<6> "
        r"(?:lebenslauf|cv|reisepass\S*|passkopie|ausweis\S*|personalausweis\S*|unterlagen"
        r"|pers[oö]nliche\S* daten)",
        "Bitte senden Sie mir Ihren Lebenslauf",
        "Schicken Sie uns eine Passkopie",
        silent=("Der Lebenslauf des Komponisten",),
        strength=0.65,
        lang="de",
    ),
    pattern(
        r"(?:envoy\S*|transmett\S*|transm\S*|faire parvenir|adress\S*|fourni\S*|partag\S*)<6> (?:cv"
        r"|curriculum|passeport|pi[eè]ce d'identit[eé]|carte d'identit[eé]|copie de votre|donn[eé]es "
        r"personnelles)",
        "Envoyez-moi votre CV",
        "Merci de transmettre une copie du passeport",
        silent=("Le passeport est prêt",),
        strength=0.65,
        lang="fr",
    ),
    pattern(
        r"(?:stuur\S*|sturen|mail\S*|toesturen|opsturen|delen|doorsturen)<6> (?:cv|curriculum"
        r"|paspoort\S*|identiteitsbewijs|id-?kaart|persoonlijke gegevens)|(?:cv|paspoort\S*)<4> "
        r"(?:sturen|toesturen|opsturen|mailen|delen)",
        "Stuur mij uw CV",
        "Kunt u een paspoortkopie sturen",
        silent=("Het paspoort ligt klaar",),
        strength=0.65,
        lang="nl",
    ),
    pattern(
        r"(?:env[ií]\S*|mand\S*|compart\S*|remit\S*|facilit\S*)<6> (?:cv|curr[ií]culum\S*|pasaporte"
        r"|dni|documento de identidad|hoja de vida|datos personales)",
        "Envíeme su currículum",
        "Por favor mande copia del pasaporte",
        silent=("El pasaporte está listo",),
        strength=0.65,
        lang="es",
    ),
    pattern(
        r"(?:prze[sś]l\S*|wy[sś]l\S*|przys[lł]\S*|podes[lł]\S*|wys[lł]\S*|prze[sś][lł]\S*"
        r"|poda[cćj]\S*)<6> (?:cv|[zż]yciorys\S*|paszport\S*|dow[oó]d\S*|dane osobowe|danych osobowych"
        r"|kopi[eęi]\S* paszportu)",
        "Proszę przesłać CV",
        "Prześlij skan paszportu",
        silent=("Paszport jest gotowy",),
        strength=0.65,
        lang="pl",
    ),
    pattern(
        r"(?:发|提供|寄|传|发送|递交)(?:给)?(?:我|我们|一下|一份|您的|你的|个)*(?:最新)?(?:的)?(?:简历|护照|身份证|个人资料|个人信息)|(?:简历"
        r"|护照|身份证|个人资料).{0,8}(?:发给|发我|发到|提供|寄给)",
        "请把简历发给我",
        "请提供您的护照复印件",
        silent=("护照办理时间",),
        strength=0.65,
        lang="zh",
    ),
)

EARLY_CV_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:do not|don'?t|never|no need to|needn'?t|without)<3> (?:send|share|ask|upload|need"
        r"|provide|require)\b|\bno c\.?v\b|\bplease do not\b",
        "Please do not send a CV yet",
        "No CV is needed and don't send a passport",
    ),
    pattern(
        r"\b(?:jobs inbox|careers (?:page|site|portal)|via (?:the |our )?(?:portal|website|site)"
        r"|(?:through|on) (?:the |our )?(?:portal|website|careers)|apply|application|if (?:it|the "
        r"advert|this|that) (?:appeals|interests)|if you fancy|interviews? (?:are|is|on)|hr\b|you "
        r"applied|payslip|at the gate|security zone|dbs|gdpr|privacy|destroyed|on the day"
        r"|visa letter|travel desk|advert|site (?:pass|induction)|sift|in portal)\b",
        "Apply with your CV through the portal",
        "Send a CV to the jobs inbox if the advert appeals",
        "Passport needed on the day",
    ),
)

ESCALATION = (
    pattern(
        r"\b(?:this|next) time<6> (?:more (?:precise|specific|detail(?:ed)?|concrete|exact"
        r"|confidential|internal|sensitive)|names?|actual|original|documents?|internal|inside|real"
        r"|dates and|figures|the (?:slides|file|draft|minutes|annex|papers))\b",
        "Next time please more precise, with names",
        "This time we want the actual slides",
        silent=(
            "Next time we meet, more cake",
            "Next time please be more precise about the delivery address",
        ),
        strength=0.75,
    ),
    pattern(
        r"\b(?:more (?:precise|specific|concrete|sensitive|detailed|internal|exact|confidential)|less "
        r"(?:general|public|accessible))<2> (?:than (?:before|last time|the first|the last)|this time"
        r"|now|from now on|kind|material|content|,? please|questions?|level)\b|\bgo (?:deeper"
        r"|further)\b<4> (?:this time|now|next|than)",
        "More precise than before, with dates and locations",
        "We proceed to material less accessible, less accessible kind",
        "Shall we go deeper this time",
        strength=0.7,
    ),
    pattern(
        r"\b(?:for the|part|the|round|stage|phase|step|module)<1> (?:second|two|ii|next|third|three"
        r"|iii|4|2|3|following)<1> ?(?:one|paper|report|part|piece|note|task|stage|round|assignment"
        r"|step)?\b<8> (?:names|actual|slides|internal|minutes|documents?|drafts?|confidential|inside"
        r"|cable|insider|less accessible|unpublished|colleagues|plans|pre-vote|annex|committee papers"
        r"|closed|vessels|meeting|questions members)\b",
        "For the second one we would like the actual slides",
        "Round 4: committee papers, pre-vote, round three is internal minutes",
        "For the next one we hope for the cable summaries",
        strength=0.7,
    ),
    pattern(
        r"\b(?:public|first|previous|earlier|introductory|general|last|open)<1> (?:summary|report"
        r"|paper|part|overview|module|note|version|chapter|submission|piece|material|essay|one)\b<8> "
        r"(?:but|whereas|now|however|the annex|start|being complete|next|yet|was (?:good|fine|great"
        r"|brill\S*))\b<12> (?:annex|names|inside|internal|draft|documents?|details|unpublished|closer"
        r"|less accessible|served?|slides|room|meeting|figures|deeper)\b",
        "The public summary served us for the start, the annex would serve us better",
        "The last report was good, but now we need the internal figures",
        silent=("The first part was sung, but now to the drinks",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:not only|no longer|not just|instead of|rather than|no more)<2> (?:your )?(?:opinion"
        r"|opinions|background|analysis|overview|general|newspapers?|press|public|essay|views?"
        r"|essays)\b<10> (?:but|document|documents|proof|names|figures|internal|data|facts|this time"
        r"|inside|proves|better|text)\b|\bwe need no (?:further|more) background\b|\bplease not again "
        r"from\b",
        "Not only your opinion any more, please, this time some document",
        "We need no further background",
        "Please not again from newspaper",
        silent=("Not only rain but wind",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:the )?(?:names?|part|parts|bit|bits|details|things|clauses|figures|pages|annex|file"
        r"|appendix)<1> (?:that )?you (?:left out|held back|mentioned|did not (?:name|send)|didn'?t "
        r"(?:name|send)|kept (?:out|back)|skipped|omitted)\b|\bhold (?:it )?back\b<8> (?:no longer"
        r"|any longer|need)|\bno longer any need to\b",
        "Could part two have the names you left out?",
        "Send me the annex you mentioned",
        silent=("The hat you left on the hook",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:now that|since|as) (?:we|you)<4> (?:trust|know (?:each other|us|me)|friends|family"
        r"|partners|started|paid|accepted|begun)\b<12> (?:ask|need|want|would like|could you|may i"
        r"|will your|tell|next|share|send|show|more)\b|\bnow that we are\b",
        "Now that we trust each other, may I ask for more",
        "Now that we are nearly family, what will your people say",
        silent=("Now that it rains we stay in",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:one|a) (?:small|little|cheeky|further|last|more|silly|extra)<1> (?:thing|question"
        r"|request|favou?r|one|ask)\b<12> (?:file|list|names?|drafts?|draft|minutes|slides|internal"
        r"|document|documents|licen[cs]e|clearance|password|access|plan|plans|copy)\b"
        r"|\bsupplement(?:ed)? by (?:its|the) plans\b",
        "One small favour, could you check the file for a friend",
        "A cheeky one: could I see the draft minutes",
        silent=("One small thing, the tap drips",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:could|can|would|might) you (?:also |now |perhaps |then )?(?:bring|send|photograph"
        r"|attach|include|add|enclose|copy)<4> (?:original|documents?|minutes|file|files|cables?"
        r"|slides|drafts?|badge|internal|screenshots?|lists?|plans|drawings|licen[cs]es?|summaries"
        r"|spreadsheet)\b<4>",
        "Could you now photograph the minutes?",
        "Would you then attach the drafts and lists?",
        silent=("Could you bring the cake",),
        strength=0.55,
    ),
)

ESCALATION_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:public (?:data|domain|sources?)|textbook|already out|ombudsman|delivery|invoice"
        r"|payslip|interview|certificate|same deal|tax form|expense|application|onboarding|cv|purchase "
        r"order|ticket|open sources?)\b",
        "Next time, please more detail from public data",
        "Could you now attach the documents for the tax form?",
    ),
)

DEVICE = (
    pattern(
        r"\b(?:install|download|set up|put on|load|activate|sideload)\b<5> (?:app|apps|application"
        r"|software|program|programme|client|plugin|plug-in|tool|messenger|extension|certificate|vpn"
        r"|viewer|workspace|apk|package|profile|add-on|driver|this|communication software|codec"
        r"|update)\b",
        "Please install our secure app",
        "Download the small desktop plugin",
        "You are required to install the attached communication software",
        silent=("Nothing to install, the tool runs in the browser", "We install heat pumps"),
        strength=0.75,
    ),
    pattern(
        r"\b(?:enable|allow|turn on|switch off|turn off|disable|deactivate|ignore|overrule|bypass)<3> "
        r"(?:content|macros?|editing|antivirus|anti-virus|firewall|protection|defender|warning"
        r"|warnings|permissions?|the alert|notice|unknown sources)\b|\bthe macro\b",
        "Please enable content so the photos load",
        "Switch off the antivirus if it complains",
        "Enable the macro so the map loads",
        silent=("Turn off the light",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:clone|fork|unzip|unpack|extract|run|execute|launch|compile|build|npm install|pip "
        r"install)\b<5> (?:repo|repository|project|zip|archive|file|script|code|setup(?:\.\S+)?"
        r"|\./\S+|\S+\.(?:sh|exe|bat|js|py|apk|msi|scr)|installer|binary|it on your (?:machine|laptop"
        r"|work)|build|demo|npm install)\b|\bnpm install\b",
        "Clone the repo and run ./setup.sh",
        "Unzip the file and launch the demo",
        strength=0.7,
    ),
    pattern(
        r"\b(?:send|give|gave|bring|provide|supply|hand|get|post|ship|lend|buy|use|receive"
        r"|have)\b(?:<2> (?:you |the |a |our )(?:\S+ )?(?:special|new|second|clean|separate|prepared"
        r"|dedicated|secure|supplied|encrypted)| you (?:a|an|our)) (?:phone|smartphone|handset|tablet"
        r"|laptop|usb(?: stick)?|stick|sim(?: card)?|device|memory stick|smartwatch|pen drive|flash "
        r"drive|pen that)\b",
        "We will send you a phone for our talks",
        "Use the supplied laptop for the reports",
        "I bring you a clean SIM",
        silent=("Give the pen back",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:open|click|see|view|double-click|read)\b<4> (?:attached|attachment|archive|zip|rar|iso"
        r"|docm|xlsm|link|encrypted file|sealed (?:file|archive)|protected (?:file|document)"
        r"|pdf\.exe)\b<8> (?:password|on your (?:laptop|computer|work|machine|desktop)|not (?:on "
        r")?(?:your )?phone|browser will complain|enable|laptop)\b|\b(?:zip|archive|rar|file"
        r"|document)\b<6> password\b|\bpassword<2> (?:follows|is|:|\d)<6>",
        "The agenda is in the zip, password 2024",
        "Open the attached file on your laptop",
        "The brief is sealed in an archive, and the password follows",
        silent=("Open the link to our careers page",),
        strength=0.7,
    ),
    pattern(
        r"\bscan<3> (?:qr |the |this )?(?:code|qr)\b<8> ?(?:profile|accept|install|phone|app"
        r"|authentication|program|done|register)?|\b(?:accept|install)<2> (?:profile|certificate)\b"
        r"|\busb\b<4> (?:envelope|stick|open|plug|read)\b|\bplug<3> (?:in|into)<3> (?:computer|laptop"
        r"|office|machine|work)\b",
        "Scan the code and accept the profile",
        "USB in envelope, read tonight",
        "Plug this into your office computer",
        silent=("Scan your ticket at the gate",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:on|from|using|within|into|inside) your (?:work|office|institute|company|employer'?s"
        r"|ministry|department'?s|institute's) (?:machine|computer|laptop|network|pc|phone|device"
        r"|account|server|e-?mail account)\b",
        "Do it on your work machine please",
        "Might you run our code within your institute's network",
        silent=("On your work bench",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:small|little|secure|special|own|custom|private|proprietary)<1> (?:app|plugin|plug-in"
        r"|viewer|messenger|desktop client|desktop plugin|communication (?:app|software|tool)|signing "
        r"(?:application|tool)|workspace|authentication program)\b",
        "Our meeting room needs the small desktop plugin",
        "We talk through our own messenger",
        strength=0.55,
    ),
)

DEVICE_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:nothing|no need|not need|never|zero|don'?t|do not|without|no)<3> (?:to )?(?:install"
        r"|installs|installing|download|downloading|macros?|attachments?|open|click|software)\b|\bin "
        r"the browser\b|\bruns? in (?:a|your|the) browser\b|\battach nothing\b|\bisolated virtual "
        r"machine\b|\bforbidden to\b",
        "Nothing to install",
        "Please don't open attachments from strangers",
        "The demo runs in the browser",
    ),
    pattern(
        r"\b(?:first day|entered upon|it department|from it\b|tester|developer role|heat pumps?|solar"
        r"|engineer (?:to|who)|you (?:will|would) (?:build|design|install|develop|run)|we (?:build"
        r"|develop|make|install|sell)|the role|to your desk when|parents app|your choice of laptop)\b",
        "You will get a laptop from IT on your first day",
        "We build our own messenger in Leeds",
    ),
)
