"""Signs about the firm that the sender claims."""

from __future__ import annotations

from recruitrisk.indicators.declaration import FieldRule, Indicator, Rates
from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern, source

__all__ = ["INDICATORS"]

_COVER_PATTERNS = (
    pattern(
        r"\b(?:web ?site|homepage|home page|web page|our (?:site|page|company page))<3> (?:under "
        r"construction|being (?:renewed|rebuilt"
        r"|redone|redesigned|set up)|(?:is|are|isn'?t|'s)? ?(?:not |n'?t )?(?:yet |quite )?(?:not "
        r")?(?:ready|finished|live|online)\b(?: yet)?"
        r"|coming soon|taken down)",
        "The homepage is still under construction",
        "Our page is not finished",
        "We used to have a website but it got taken down by mistake",
        silent=(
            "The building site is not ready for the crane",
            "Our website is listed below with the company number",
        ),
        strength=0.7,
    ),
    pattern(
        r"\b(?:no|without (?:a|any)|not (?:have|keep) an?y?|maintains? no|keeps? no|hasn'?t got a"
        r"|doesn'?t have a)"
        r" (?:public |company |online |web )*(?:web ?site|homepage|footprint|presence|trace|company "
        r"page)\b",
        "The firm maintains no website",
        "We keep no public footprint",
        "They don't even have a homepage as we keep no website",
        silent=("Our laboratory has no website of its own; please see the hosting department",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:will not|won'?t|can ?not|can'?t|do not|don'?t|never) (?:be able to )?find (?:us|it|me"
        r"|them|our \S+|the (?:firm|company"
        r"|institute|agency|foundation))\b",
        "You will not find us in the register",
        "You can not find the company because this name is new",
        silent=("If you can't find us at reception, ring the porter",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:we|firm|company|institute|agency|office|business|outfit|foundation|bureau|centre"
        r"|center)<3> (?:are|is|'re|'s) not"
        r"(?: yet| formally| officially| strictly| properly)* (?:registered|incorporated|in the "
        r"(?:\S+ )?(?:register|registry)|members)"
        r"|\bisn'?t (?:registered|incorporated|set up)\b|\bnot (?:yet )?(?:formally |officially "
        r")?(?:registered|incorporated)\b",
        "The company is not yet registered",
        "The production company isn't set up as such",
        silent=(
            "We are not registered for VAT; our company number is 0612345",
            "You are not registered for the webinar",
        ),
        strength=0.75,
    ),
    pattern(
        r"\b(?:register|registry|registration|registered)<4> (?:in|to|under) (?:an?)?(?:other"
        r"|different|another)"
        r" (?:country|name|jurisdiction|land)\b|\bin the papers the name is other\b|\bunder a "
        r"different (?:legal )?name\b",
        "The register is in other country",
        "We are registered under a different legal name abroad",
        silent=("Are you registered to vote in another country",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:letter ?box|mail ?box|mail drop|p\.? ?o\.? ?box|virtual (?:office|address)"
        r"|accommodation address|hostel)<3> "
        r"(?:in|as|for|is|address|company|firm)\b|\b(?:registered|address|office|seat)<5> (?:letter "
        r"?box|mail ?box|virtual office"
        r"|mail drop|hostel|flat of my)\b",
        "A boutique advisory with a letterbox in Sharjah",
        "Our office is in flat of my friend",
        "The firm is registered at a mailbox",
        silent=("Please write to the complaints team by post",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:firm|company|we|agency|institute|bureau|consultancy|practice|house|concern)<4> "
        r"(?:prefers?|chooses?|likes?|tends?)<1>"
        r" (?:not to advertise|to (?:keep|remain|stay|operate|work)<2> (?:quiet|invisible|unlisted"
        r"|below the radar|under the radar"
        r"|out of (?:the )?(?:press|public|sight)|a low profile))",
        "The firm prefers to stay under the radar",
        "Our consultancy for good reason prefers not to advertise itself",
        silent=("We prefer to work out of hours to spare the trains",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:we|firm|company|institute|agency|bureau|consultancy|organi[sz]ation|office|page)\b<6> "
        r"(?:opened|founded|formed|set up|established"
        r"|started|launched|of its existence|exists? since|brand new|quite young)<2> ?(?:this "
        r"(?:spring|summer|month|week|autumn|winter"
        r"|year)|last (?:month|week)|(?:a few|some|two|three|few|six|seven) (?:weeks|months) ago|and "
        r"our page)?"
        r"(?:.*)\b(?:not (?:yet )?(?:finished|ready|listed|public)|under construction|no (?:site"
        r"|website|page))",
        "Our bureau opened this spring, the homepage is still under construction",
        "Our institute was founded last month so there is no site",
        silent=("We started two weeks ago and the invoice is attached",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:address|legal name|name of (?:the|our) (?:firm|company)|company name|register entry"
        r"|registry extract|imprint)<3>"
        r" (?:is not important|not important|doesn'?t matter|does not matter|is not needed|under "
        r"determination|can'?t (?:send|share)"
        r"|not so necessary)\b|\bcan'?t send (?:the |a |you )*(?:registry|register|registration)\b",
        "We are a research company, address is not important now",
        "Can't send registry extract",
        silent=("The e-mail address is needed for the badge",),
        strength=0.75,
    ),
    pattern(
        r"\bname<3> (?:made|created|invented|use|used|exists)<2> only (?:for|on) (?:linkedin|this "
        r"(?:site|network|platform))\b"
        r"|\b(?:no|without a) fixed (?:name|address|seat)\b|\b(?:don'?t|do not) (?:actually )?know "
        r"the legal name\b",
        "This name we made only for LinkedIn",
        "A concern in the East of great wealth and no fixed name",
        silent=("The name I use on LinkedIn is my maiden name",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:surprised if any(?:one|body)|no ?one|nobody|hardly any(?:one|body)|few people)<3> "
        r"(?:heard of|come across|knows?)<2>"
        r" (?:us|our (?:\S+ )?(?:firm|partnership|company|house|bureau))\b",
        "I should be surprised if anyone had come across our little partnership",
        "Nobody has heard of us, and that is how we like it",
        silent=("Nobody knows us at the new school gate yet, said the children",),
        strength=0.65,
    ),
)

_COVER_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:look (?:us|me|it) up|check us|company (?:number|no)|companies house|register(?:ed)? "
        r"(?:number|no\b|as charity)|charity number"
        r"|vat (?:number|no)|chamber of commerce number|kvk|hrb|siren|feel free to check|ask (?:for "
        r")?my references)\b",
        "We are three months old and the site is not finished, but look us up under 0612345",
        "Our website is not ready, the company number is 0612345",
    ),
    pattern(
        r"\b(?:construction site|building site|hosting department|dean'?s office|reception, ring"
        r"|webinar|to vote|school)\b",
        "The laboratory has no website; see the hosting department",
    ),
)

_IDENTITY_PATTERNS = (
    pattern(
        r"\b\S+@(?:gmail|googlemail|outlook|hotmail|live|yahoo|ymail|proton|protonmail|pm|gmx|web"
        r"|mail|aol|icloud|qq|163|126|tutanota|tuta"
        r"|yandex|consultant|post|zoho|seznam|wp|laposte|orange)\.(?:com|me|net|de|fr|co\.uk|cn|ru"
        r"|org|pl|cz|nl)\b",
        "Send it to harbour.consulting@gmail.com",
        "Our desk reads readers.desk.east@proton.me",
        silent=("Write to careers@nordmark-rail.example",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:write|writing|mail|reply|replies|answer|use|using|send|sent|contact)<6> (?:private"
        r"|personal|own|free|gmail|hotmail)"
        r" (?:account|e-?mail|mail|mailbox|mail box|address|gmail)<8> (?:because|since|as|while|until"
        r"|company|firm|office|official"
        r"|corporate|work|domain|server|system|being)\b",
        "I write from my private account because the company mail has a problem",
        "Replies go to the private mailbox of the director, the bank's own system being unavailable",
        silent=("I am on leave so writing from home, will resend from the office",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:firm|company|office|corporate|foundation|official|domain|work|our) (?:e-?mail|mail"
        r"|mailbox|server|mail server|domain mail)<3>"
        r" (?:down|broken|blocked|isn'?t working|not working|not work|migrat\S+|problem|being "
        r"(?:renewed|changed))\b",
        "Our foundation mail is down so all goes to one free box",
        "The domain mail isn't working yet",
        silent=("The lift in our office is broken",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:ignore|never mind|don'?t mind|disregard|overlook)<4> (?:hyphen|spelling|domain|extra "
        r"letter|ending|suffix|logo|other name)\b",
        "Do ignore the slight hyphen in the domain, head office keeps the other spelling",
        silent=("Ignore the calendar invitation, I sent it twice",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:invoice|payment|contract|letter|letters|transfer|mail|mails|message)<5> (?:come|comes"
        r"|sent|arrive|arrives|be)<2> (?:from|bear|bears"
        r"|in|under)<3> (?:another|an?other|different|other|trading|unrelated|affiliate|sister)<2> "
        r"(?:company|firm|office|name|law office"
        r"|account)\b",
        "The invoice will come from a trading company in Limassol",
        "Our letters are sent from another law office",
        silent=("The payment comes from our head office in Leeds",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:directory|website|web ?site|staff list|switchboard|reception|register)<3> (?:omits"
        r"|doesn'?t (?:list|know|show)|does not (?:list|know"
        r"|show|have))<1> (?:me|my name)\b|\b(?:my name|i)<2> (?:not|n'?t)<2> (?:listed|on the "
        r"(?:website|staff list|directory|page))\b",
        "The department's directory omits me",
        "I am not listed on the website of the firm",
        silent=("I am not on call tonight",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:my )?old profile said\b|\bprofile (?:says|said|still says|shows)<8> but (?:i|now"
        r"|really)\b",
        "My old profile said teacher of yoga, now I am head of hunting for engineers",
        silent=("Your profile says you worked in Leeds, lovely town",),
        strength=0.65,
    ),
)

_IDENTITY_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:i am (?:a )?freelance|self-employed|my own boss|never ask|will never|we'?ll never|only "
        r"ever (?:write|mail)|on leave|sabbatical)\b",
        "I am a freelance translator, write to ana.tradu@gmail.com",
        "We'll never ask for documents through a personal mail",
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="cover_company",
        family="company",
        name="Firm cannot be substantiated",
        definition=(
            "The firm that the sender claims leaves no trace that can be checked: no entry in a "
            "register, no or a fresh web site, an"
            " address that is a mailbox, founded lately and hardly anybody in it. Being young or small "
            "is not it: a new firm that is"
            " registered, or that invites checking, does not show the sign."
        ),
        seen_in="CPM",
        sources=(
            source("uk_minister_2025", "officers work behind cover companies and outside headhunters"),
            source("five_eyes_2026", "be wary of an employer that has no believable corporate past"),
            source("fdd_2025", "addresses were invented or empty, and several firms shared one server"),
        ),
        measures=("fields", "patterns", "meaning"),
        fields=(
            FieldRule("company_registered", "is_no", 0.0, 0.55, "no register knows the firm"),
            FieldRule("company_registered", "is_yes", 0.0, -0.4, "the firm is registered"),
            FieldRule(
                "company_age_years", "below", 1.5, 0.25, "firm founded less than a year and a half before"
            ),
            FieldRule("company_age_years", "at_least", 10.0, -0.2, "firm ten years old or more"),
            FieldRule("company_employees", "below", 5.0, 0.2, "fewer than five employees"),
            FieldRule("company_employees", "at_least", 50.0, -0.15, "fifty employees or more"),
            FieldRule("company_followers", "below", 50.0, 0.2, "fewer than fifty followers"),
            FieldRule("company_followers", "at_least", 2000.0, -0.15, "two thousand followers or more"),
        ),
        patterns=_COVER_PATTERNS,
        vetoes=_COVER_VETOES,
        fires=(
            "The homepage is still under construction, but we are well funded",
            "You will not find us in the register, the holding is abroad",
            "For discretion the firm maintains no website",
            "Our institute is not yet formally registered",
            "The firm prefers to stay under the radar",
        ),
        silent=(
            "We are three months old and our site is not finished, but look us up under 0612345",
            "Beware of firms that have no website",
            "Covering letter and company brochure are attached",
            "We're three people in a Lagos co-working space and the website is one page",
            "The company car is being renewed this spring",
        ),
        rates=Rates(0.45, 0.08),
        reviewer="The firm behind the approach can't be substantiated",
        absent="The firm can be substantiated",
        innocent=(
            "A founder may run a firm that is only months old",
            "Sole traders and small boutiques often have no site and no followers",
            "A foreign firm may stand in a register that was not looked at",
        ),
        next_step=(
            "Look the firm up in the official register of its country, and ring it on a number that you "
            "find yourself, not one from"
            " the message"
        ),
    ),
    Indicator(
        id="identity_mismatch",
        family="company",
        name="Address does not fit the firm",
        definition=(
            "The mail address, web domain, telephone code or place that is offered does not belong to "
            "the firm that is claimed: free"
            " mail for a firm, a domain that resembles a known one, payment papers in another firm's "
            "name. A freelancer who claims no"
            " firm and writes from free mail does not show it."
        ),
        seen_in="CMP",
        sources=(
            source("case_lawyer", "private mail accounts were used in the name of a large firm"),
            source("case_yeo", "the firm bore the name of a known consultancy"),
        ),
        measures=("domain", "patterns"),
        patterns=_IDENTITY_PATTERNS,
        vetoes=_IDENTITY_VETOES,
        fires=(
            "Please send the documents to atlas.consulting.paris@proton.me",
            "I write from my private account because the firm mail is under repair",
            "Do ignore the hyphen in the domain",
            "Our company mail is not working this week",
        ),
        silent=(
            "I am a freelance translator and my address is ana.tradu@gmail.com",
            "We'll never ask for documents through a private mail address because our firm has a portal",
            "Phishing mails from northgate.jobs@gmail.com were sent in our name",
            "You'll find my direct line on the staff page of the ministry",
        ),
        rates=Rates(0.3, 0.06),
        reviewer="The address that is offered does not fit the firm that is claimed",
        absent="Addresses fit the firm that is claimed",
        innocent=(
            "Self-employed recruiters often use free mail",
            "Firms do change their domain or use a parent's",
            "Somebody on the move may write from a private account",
        ),
        next_step="Find the firm's own domain and switchboard yourself, and ask there whether "
        "the sender works "
        "for it",
    ),
)
