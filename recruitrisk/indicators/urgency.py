"""Signs about haste, and about how little is asked of the person."""

from __future__ import annotations

from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern, source

__all__ = ["INDICATORS"]

_URGENCY = (
    pattern(
        r"\b(?:reply|answer|respond|decide|confirm|write|tell me|let me know|sign|apply|act|accept"
        r"|need (?:a |an |your )?(?:yes|answer|reply|decision|cv|word)|decision|word)\b<6> (?:today"
        r"|tonight|now|tomorrow|at once|immediately|asap|within (?:the )?(?:\d+|two|three|twenty-four"
        r"|few|next)|by (?:tonight|tomorrow|noon|midnight|evening|luncheon|lunch|monday|tuesday"
        r"|wednesday|thursday|friday|saturday|sunday|the end of (?:the )?day|close|\d+)|before "
        r"(?:tonight|tomorrow|noon|midnight|monday|tuesday|wednesday|thursday|friday|\d+|the \S+ "
        r"(?:ends|closes))|till (?:evening|tomorrow|tonight|noon)|right away|quickly|urgently)\b",
        "Please reply today",
        "I need a yes by tonight",
        "You decide till evening",
        "Confirm before 6 pm",
        silent=("I reply to mail by train", "Reply whenever suits you, no deadline"),
        strength=0.6,
    ),
    pattern(
        r"\b(?:only|just|last|few|limited|remaining|final)<1> (?:\d+ |one |two |three |a few |few "
        r"|number of )?(?:seats?|places?|slots?|spots?|positions?|spaces?|chance|chances"
        r"|opportunit(?:y|ies)|days?|hours?|minutes|left|vacanc(?:y|ies))\b<3> ?(?:left|remain|remains"
        r"|remaining|available|open|to)?",
        "Only 3 seats remain",
        "Limited places",
        "This is the last chance",
        silent=("Only one hour by train, said the only conductor left", "No limited places, come all"),
        strength=0.6,
    ),
    pattern(
        r"\b(?:place|seat|chance|offer|slot|opportunity|position|invite|invitation|window|budget"
        r"|chair|door|project|other (?:candidate|person|expert))\b<3> (?:goes to|go to (?:another"
        r"|someone)|gone|will be (?:gone|given|over|closed)|closes?|closing|expires?|dies|lapses?"
        r"|passes to|ends (?:today|tonight|tomorrow|soon)|not (?:come|wait|last|be held|repeat)|won'?t "
        r"(?:wait|last|come)|swept|shuts?)\b",
        "Otherwise the place goes to another",
        "The offer expires tonight",
        "The window closes soon",
        strength=0.6,
    ),
    pattern(
        r"\b(?:urgent|urgently|asap|time[- ]sensitive|time is (?:short|limited|of the essence|running "
        r"out)|running out of time|no time to lose|hurry|without delay|don'?t wait|do not wait|do not "
        r"delay|don'?t delay|do not dally|fast decision|quick decision|moving fast|act (?:fast|now"
        r"|quickly)|at short notice|impatient|can ?not wait|can'?t wait (?:any|long|until)|won'?t wait"
        r"|not postpone|immediately available)\b",
        "This is urgent",
        "Time is short",
        "My principals are impatient",
        "They cannot wait",
        silent=("There is no hurry", "Urgent care nurse, Leeds"),
        strength=0.55,
    ),
    pattern(
        r"\b(?:specially|especially|reserved|exclusively|selected|kept)<1> (?:for )(?:you|five "
        r"(?:people|experts)|a handful|a few (?:people|experts)|ten (?:people|experts))|\b(?:you "
        r"(?:are|have been|were) (?:the only one|specially|specifically|personally)? ?(?:chosen"
        r"|selected|shortlisted|hand-?picked))\b|\bby invitation only\b",
        "You have been specially selected",
        "A place is reserved for you",
        "By invitation only",
        silent=("You are the only one who knows the key",),
        strength=0.55,
    ),
    pattern(
        r"\b(?:miss(?:ed)?|lose|lost|regret)<3> (?:this |the |your |a |such )(?:chance|opportunity"
        r"|place|seat|slot|offer|moment|sift|window|boat)\b|\bnow or never\b|\b(?:can ?not|can'?t|may "
        r"not|might not|never)<3> (?:hold|keep|reserve|come again|repeat)<4> (?:place|seat|slot|offer"
        r"|it|longer|again|chair)\b|\b(?:must|have to) (?:give|offer|pass)<2> (?:it|place|seat"
        r"|slot)<3> (?:another|someone|next)\b|\bmove to the next (?:person|candidate|expert)\b",
        "You would miss this chance",
        "I cannot hold the place any longer",
        "Now or never",
        strength=0.6,
    ),
    pattern(
        r"\b(?:within|in) (?:the next )?(?:\d+|two|three|twenty-four|forty-eight|few) (?:hours"
        r"|minutes|hrs|h)\b|\b(?:24|48|72)[- ]?(?:hours?|h)\b|\b(?:deadline|cut-?off)\b<3> (?:tonight"
        r"|tomorrow|today|hours|this (?:afternoon|evening))\b|\bby the end of (?:today|the day|this "
        r"week)\b|\bbefore (?:the )?(?:weekend|summit|vote|budget closes|others)\b",
        "Within 24 hours please",
        "Deadline tonight",
        "By the end of today",
        strength=0.55,
    ),
    pattern(
        r"\b(?:i|we|they|client|boss|board)(?:'m| am|'re| are)? (?:need|needs|want|wants|expect"
        r"|expects|waiting for|wait for|must have|require)\b<3> (?:your |an? |the )?(?:answer|reply"
        r"|decision|yes|confirmation|word|response|cv|assent|draft)<3> (?:now|today|tonight|tomorrow"
        r"|soon|quickly|this (?:week|evening)|immediately|fast|by|before)\b",
        "The client wants your answer this week",
        "We need your decision quickly",
        silent=("We need your reply to plan the seats, no rush",),
        strength=0.6,
    ),
)

_URGENCY_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:no (?:rush|hurry|deadline|pressure|urgency)|not urgent|isn'?t urgent|take your time"
        r"|whenever (?:suits|you like|convenient)|in your own time|extension|no limited|closing date"
        r"|urgent care|call for (?:papers|abstracts)|clearance sale|delivery|shop|restaurant|weeks' "
        r"notice|within (?:two|four|six|three) weeks|by train|conductor)\b",
        "No rush, reply by Friday",
        "The closing date is Friday, please confirm by Thursday",
        "Urgent care nurse",
    ),
)

_NO_VETTING = (
    pattern(
        r"\b(?:no|without(?: any| an?)?|zero|skip(?:ping)? the|not (?:need|require|any)|free of"
        r"|don'?t need(?: any| an?)?|no need (?:for|of)(?: any| an?)?|waive[sd]?|spare you)<1> "
        r"(?:interviews?|application|applications|checks?|vetting|background checks?|references"
        r"|contract|contracts|formalities|formal (?:process|procedure|application)|experience|panel"
        r"|probation|test|tests|hr|bureaucracy|selection|screening|paperwork|credentials"
        r"|qualifications|assessment|lengthy \S+|questions asked)\b",
        "No interview or anything",
        "Without any background check",
        "There is no probation, no panel",
        "No experience needed",
        silent=("No contract has been signed by the panel yet", "No interview is skipped here"),
        strength=0.65,
    ),
    pattern(
        r"\b(?:interview|application|checks?|vetting|references|qualifications?|contract|test|cv"
        r"|experience)s?<2> (?:not (?:necessary|needed|required|important)|unnecessary|is waived|are "
        r"waived|superfluous|isn'?t (?:necessary|needed|required)|aren'?t (?:necessary|needed"
        r"|required))\b",
        "An interview is not necessary",
        "Verification and references are not required",
        silent=("A ticket is not required",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:easy|simple|flexible|effortless|not difficult|nothing difficult|relaxed|pleasant"
        r"|minimal|undemanding)<1> (?:work|tasks?|jobs?|side (?:job|work|income|hustle)|money"
        r"|part-?time|assignments?|effort|writing|gig|commitment)\b|\bpart-?time\b<4> (?:consultant"
        r"|consultancy|consulting|adviser|advisor|writer|job|work|analyst|role|basis|cooperation)\b<8> "
        r"(?:home|flexible|spare|keep|alongside|beside|evening|hours|easy|remote)\b",
        "Easy work for an evening",
        "Flexible side job",
        "A part-time consultant role, flexible hours",
        silent=("Easy-care work boots",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:in|during|outside|at) (?:your )?(?:spare|free|own|leisure|evening|weekend) (?:time"
        r"|hours?)\b|\b(?:a )?(?:few|couple of|two|three|one|1-2|2-3|2|3|4|5) (?:hours?|evenings?"
        r"|afternoons?) (?:a|per|each|every) (?:week|month)\b|\b(?:fits? around|alongside|beside"
        r"|besides|next to|on top of|complements?)<3> (?:your )?(?:\S+ )?(?:job|post|work|present "
        r"company|duties|employment|position|day job)\b|\bside (?:cooperation|job|income|gig|work"
        r"|hustle)\b|\bidle half-?hour\b",
        "In your spare time",
        "A few hours a month",
        "It fits around your existing post",
        "Are you open for some side cooperation?",
        silent=("I read in the evening by the fire",),
        strength=0.55,
    ),
    pattern(
        r"\b(?:you (?:can|could|may) (?:start|begin)|starts? (?:today|tomorrow) and)<2> (?:today"
        r"|tomorrow|right away|at once|immediately|straight away|on monday|now|no)|\byou(?:'re| are) "
        r"(?:already )?(?:hired|accepted|approved|on board|enrolled)\b|\byou(?:'re| are) in if\b"
        r"|\b(?:candidature|appointment|application|registration)<4> (?:approved|accepted|takes effect"
        r"|granted|confirmed)\b|\bsay yes and (?:start|begin|you|we)\b",
        "You can start tomorrow",
        "You're in if you want it",
        "Your application is approved already",
        strength=0.55,
    ),
    pattern(
        r"\b(?:anyone|anybody|everyone|everybody) can (?:do|write|join|start|earn)\b|\bno "
        r"(?:obligations?|commitment|minimum)\b|\b(?:informal|loose|handshake|gentleman'?s|verbal"
        r"|oral) (?:agreement|arrangement|basis|cooperation|engagement)\b|\bon trust\b|\bno need to "
        r"(?:apply|sign|register|prove|interview|leave|quit|resign)\b|\bwithout (?:leaving|quitting"
        r"|resigning)\b",
        "Anyone can do it",
        "An informal arrangement suits us",
        "No need to apply",
        strength=0.55,
    ),
    pattern(
        r"\b(?:work|writing|do it|job|earn|task|done)<2> (?:from|at) (?:home|anywhere|your sofa|your "
        r"desk at home)\b<8> (?:flexible|easy|hours|spare|simple|when you (?:like|want)|own)\b"
        r"|\b(?:flexible|free) (?:hours|time|schedule|working hours)\b<6> (?:remote|home|easy|online"
        r"|paid|good|high)\b|\bwhen(?:ever)? you (?:like|want|wish|have time)\b<4> (?:work|write|send"
        r"|do)",
        "Work from home, flexible and easy",
        "Easy task, flexible hours, fully remote",
        silent=("He works from home on Friday",),
        strength=0.55,
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="urgency_scarcity",
        family="urgency",
        name="Deadline pressure",
        definition=(
            "Deadline pressure, limited places, or only you. An ordinary closing date, a shift to fill "
            "and a date that leaves weeks are"
            " not it."
        ),
        seen_in="M",
        sources=(source("npsa_2025", "the target is pressed to answer fast or miss the chance"),),
        measures=("patterns", "meaning"),
        patterns=_URGENCY,
        vetoes=_URGENCY_VETOES,
        fires=(
            "Please reply today",
            "Only 3 seats remain",
            "The offer expires tonight",
            "You have been specially selected",
            "My principals are impatient",
        ),
        silent=(
            "No rush, reply by Friday if you like",
            "The closing date is the 21st",
            "Urgent care nurse, Leeds",
            "Reply whenever suits you",
            "The journal asks for your review within four weeks",
        ),
        rates=Rates(0.4, 0.25),
        reviewer="Presses with a deadline or scarce places",
        absent="No pressure of time",
        innocent=(
            "Clients do set short deadlines",
            "Events have few seats",
            "Expert networks work within two days",
        ),
        next_step="Let the deadline pass while you check; an honest offer survives it",
    ),
    Indicator(
        id="no_vetting",
        family="urgency",
        name="No interview, no checks",
        definition=(
            "No interview, checks or contract; easy side work in spare time. Part-time posts with an "
            "ordinary process, and steps that"
            " were already passed, are not it."
        ),
        seen_in="MD",
        sources=(
            source("us_ncsc_2025", "easy and flexible work for high pay"),
            source("case_csergo", "part-time consultancy was offered"),
        ),
        measures=("patterns", "meaning"),
        patterns=_NO_VETTING,
        vetoes=(
            *QUOTED_WARNINGS,
            pattern(
                r"\b(?:compulsory|mandatory|panel interview remains|already (?:passed|completed)|you "
                r"completed it|two interviews|per hour plus|payroll|dbs|identity verification|written consent"
                r"|has been signed|volunteers?|flexible working (?:policy|request)|maternity|pension|annual "
                r"leave|no interview is skipped)\b",
                "The panel interview remains, but no test is needed",
                "Volunteers read in their spare time",
            ),
        ),
        fires=(
            "No interview, you can start tomorrow",
            "Easy work in your spare time",
            "An interview is not necessary",
            "It fits around your existing post",
        ),
        silent=(
            "Two interviews and a test, no need for a cover letter",
            "Volunteers read to children in their spare time",
            "Every expert completes identity verification, no checks are waived",
            "You already passed the test, so no test is needed",
        ),
        rates=Rates(0.35, 0.08),
        reviewer="No interview, checks or contract; easy side work",
        absent="An ordinary process is described or nothing speaks against one",
        innocent=(
            "Freelance work often starts without an interview",
            "Expert calls fit beside a job",
            "Casual and student work is easy by nature",
        ),
        next_step="Ask for the contract and the process; check your employer's rules on outside work",
    ),
)
