r"""Word lists, gaps and sources that the families share, so that a pattern stays readable.

A regex is written with tokens in angle brackets: ``<3>`` is a gap of up to three words, ``<app>``
is any of the words listed under ``app`` below. :func:`pattern` writes them out, so that what a
declaration holds is plain RE2 syntax. To let all patterns know a new app or kind of report, add it here.

In RE2 ``\b`` and ``\w`` know ASCII only: don't put ``\b`` beside an accented letter, and write ``\S+``
for a word.
"""

from __future__ import annotations

import re

from recruitrisk.errors import UsageError
from recruitrisk.indicators.declaration import Pattern, Source

__all__ = ["QUOTED_WARNINGS", "WORDS", "pattern", "source"]

WORDS: dict[str, str] = {
    # channels: names that have no other sense, then names that are also plain words
    "app": r"whats ?app|we ?chat|weixin|telegram|skype|viber|threema|zalo|kakao ?talk|proton ?mail"
    r"|snapchat|instagram"
    r"|facebook|imessage|qq",
    "anyapp": r"whats ?app|wa|we ?chat|weixin|telegram|tg|signal|skype|viber|threema|zalo|line|kakao(?: "
    r"?talk)?"
    r"|proton(?: ?mail)?|messenger|snapchat|instagram|session|wire|discord|imessage|sms|text|qq",
    "privatemail": r"(?:private|personal|home|own) (?:e-?mail|mail|mailbox|inbox|gmail|address)"
    r"|gmail|hotmail"
    r"|proton ?mail|outlook\.com",
    # work
    "report": r"reports?|papers?|briefs?|briefings?|memos?|memorandum|memoranda|notes?"
    r"|articles?|analys[ei]s"
    r"|assessments?|overviews?|summary|summaries|write-?ups?|essays?|stud(?:y|ies)|surveys?"
    r"|pieces?|outlines?"
    r"|commentar(?:y|ies)|columns?|texts?|pages?|documents?|contributions?|submissions?"
    r"|instal+ments?|deliverables?",
    "paidunit": r"report|paper|brief|briefing|memo|memorandum|note|article|analysis|assessment"
    r"|overview|summary"
    r"|write-?up|essay|piece|page|document|column|text|question|answer|call note|contribution"
    r"|submission"
    r"|instal+ment|deliverable|insight|item|doc",
    "topic": r"polic(?:y|ies)|politics|political|geopolitics|geopolitical|defen[cs]e|military|security"
    r"|nato|navy|naval"
    r"|army|trade|tariffs?|export controls?|sanctions?|technolog(?:y|ies)|semiconductors?|chips?"
    r"|quantum|nuclear"
    r"|energy|grid|ports?|telecoms?|5g|spectrum|cyber(?: ?security)?|ai|space|satellites?"
    r"|missiles?|radar|sonar"
    r"|shipyards?|shipbuilding|procurement|foreign affairs|foreign relations|bilateral|government"
    r"|ministry"
    r"|parliament|committee|elections?|arctic|indo-pacific|aukus|ukraine|supply chains?|critical "
    r"minerals"
    r"|drones?|uavs?|hypersonics?|regulation|legislation",
    "employer": r"employer|boss|bosses|manager|managers|line manager|superiors?|supervisor|hr"
    r"|human resources"
    r"|office|colleagues?|team|company|firm|department|ministry|university|institute|faculty"
    r"|director|dean"
    r"|minister|member|security (?:officer|team|department|people)|compliance|wife|husband|spouse"
    r"|family"
    r"|anyone(?: else)?|anybody(?: else)?|others|people at work",
    "institution": r"ministry|department|committee|parliament|embassy|delegation|cabinet|agency|regulator"
    r"|commission|directorate|secretariat|council|institute|lab|laborator(?:y|ies)|shipyard|base"
    r"|regiment|unit|navy"
    r"|army|air force|nato|programme|program|project|party|treasury|faction|working (?:party"
    r"|group)|armed forces"
    r"|ministries|defen[cs]e (?:firm|company|contractor)",
    "money": r"[$€£¥] ?\d[\d.,]*(?: ?\d{3})*k?|\d[\d.,]*(?: \d{3})* ?k? ?(?:usd|eur|gbp|chf|sek|nok|cad"
    r"|aud|pln|rmb|cny"
    r"|euros?|dollars?|pounds?|quid|bucks|yuan|francs?|grand|us\$)|a grand|(?:four|five|several"
    r"|few|two|three|some)"
    r"[ -](?:figures?|hundred|thousand)(?: (?:euros?|dollars?|pounds?|quid))?",
    # who is behind it
    "someone": r"clients?|customers?|partners?|investors?|sponsors?|donors?|backers?|benefactors?|patrons?"
    r"|principals?"
    r"|buyers?|stakeholders?|funders?|end[ -]users?|subscribers?|readers?|friends?|parties"
    r"|institutions?|companies"
    r"|firms?|enterprises|foundation|organi[sz]ations?",
    "people": r"colleagues?|co-?workers?|contacts?|names?|people|officials?|officers?|friends|experts?"
    r"|persons?"
    r"|someone|somebody|members?|staff(?:ers)?|co-?authors|acquaintances|engineers|researchers"
    r"|decision[ -]makers?",
    "boss": r"boss|chief|director|leader|manager|principal|chairman|client|consultant|partner|superior"
    r"|senior colleague"
    r"|colleague|associate|coordinator|specialist|head office|project lead|professor",
    # grammar
    "not": r"not|n'?t|never|no longer",
    "dont": r"don'?t|do not|dont|never|no need to|please not|better not|rather not|best not to|without"
    r"|not necessary to"
    r"|need(?: not|n'?t)|shouldn'?t|should not|must not|mustn'?t|kindly refrain from|refrain from"
    r"|avoid",
    "please": r"please|kindly|pls|plz|could you|can you|would you|will you|might you|may i ask you to|you "
    r"(?:can|could|may)"
    r"|i(?:'d| would) (?:ask|like) you to|we (?:ask|request|invite) you to",
}
"""Alternatives behind a token. Each is put into a group of its own."""


def _write_out(regex: str) -> str:
    """Replace the tokens of a regex by what they stand for."""

    def _token(found: re.Match[str]) -> str:
        token = found.group(1)
        if token.isdigit():
            return rf"[,;:.!?)]*(?: \S+){{0,{token}}}"
        if token not in WORDS:
            raise UsageError(f"token <{token}> is not known; known are {', '.join(sorted(WORDS))}")
        return f"(?:{WORDS[token]})"

    return re.sub(r"<(\d+|[a-z]+)>", _token, regex)


def pattern(
    regex: str, *fires: str, silent: tuple[str, ...] = (), strength: float = 0.9, lang: str = "en"
) -> Pattern:
    r"""Declare a pattern.

    Parameters
    ----------
    regex : str
        RE2 syntax with tokens: ``<2>`` a gap of up to two words, ``<app>`` words of `WORDS`.
    *fires : str
        Texts in which it must match.
    silent : tuple of str
        Texts in which it must not match, or that a veto of the indicator silences.
    strength : float
        What a match stands for.
    lang : str
        ISO 639-1 code.

    Returns
    -------
    Pattern

    Raises
    ------
    UsageError
        If a token is not known.

    Examples
    --------
    >>> pattern(r"\bgo<1> home\b", "go back home").regex
    '\\bgo[,;:.!?)]*(?: \\S+){0,1} home\\b'
    """
    return Pattern(_write_out(regex), fires, silent, strength, lang)


QUOTED_WARNINGS: tuple[Pattern, ...] = (
    pattern(
        r"\b(?:beware (?:of|when|if)|be wary of|watch out for|look out for (?:fake|people who)|fraud "
        r"notice|fake (?:recruiters?|profiles?"
        r"|offers?|accounts?|job)|impost[eo]rs?|impersonat(?:e|es|ing|ors?)|phishing|scammers? (?:who"
        r"|that|ask|use|will"
        r"|may|often|pretend|are|try)|fraudsters?|mi5|npsa|cpni|csis|think before you link|red flags?"
        r"|awareness"
        r" (?:training|course|briefing|campaign|week|session)|makes? false profiles?"
        r"|counter-?intelligence|you may (?:get|receive) (?:a |such )?messages?|somebody messaged"
        r"|security tip)\b|提醒(?:同学|大家|各位)|aus gegebenem anlass",
        "Beware of recruiters who ask you to move to WhatsApp",
        "MI5 warns of strangers who pay per report",
        "Fraud notice: we never invite applicants to Telegram groups",
    ),
    pattern(
        r"\b(?:if|when|should) (?:any|some)(?:one|body)<4> (?:asks?|offers?|wants?|tells?|invites?"
        r"|writes?)\b.*\b(?:report|forward"
        r"|tell us|let us know|ignore|block|bring)\b",
        "If someone offers you cash in our name, please report it",
        "If anybody asks you to move to Telegram, tell us at once",
    ),
    pattern(
        r"\b(?:that|this|it|he|she|they)<2> (?:is|are|was|were|sounds? like) (?:a |an |maybe |surely "
        r")?(?:scams?|swindles?|frauds?"
        r"|fakes?)\b|\bwas (?:a )?fake\b",
        "The man who offered cash per report was fake",
        "If they pay by gift card it is a scam",
    ),
)
"""Sentences that warn of a sign instead of showing it; vetoes of most indicators."""

_SOURCES: dict[str, tuple[str, str, str]] = {
    "own_judgement": (
        "Own judgement",
        "2026",
        "https://professionalsecurity.co.uk/news/case-studies/think-before-you-link/",
    ),
    "uk_minister_2025": (
        "UK Security Minister, statement to the Commons",
        "2025-11-18",
        "https://www.newsdrum.in/international/british-parliamentarians-warned-against-china-linked-spying-activity-10786678",
    ),
    "uk_speaker_2025": (
        "Letter of the Speaker of the UK House of Commons with the MI5 alert",
        "2025-11-18",
        "https://www.firstpost.com/explainers/china-spying-linkedin-headhunters-uk-parliament-mi5-warning-13952054.html/amp",
    ),
    "mi5_alert_2025": (
        "MI5 interference alert",
        "2025-11-18",
        "https://www.firstpost.com/explainers/china-spying-linkedin-headhunters-uk-parliament-mi5-warning-13952054.html/amp",
    ),
    "mi5_alert_2025_pay": (
        "MI5 interference alert",
        "2025-11-18",
        "https://governmentbusiness.co.uk/node/24943",
    ),
    "npsa_2025": (
        "MI5 / NPSA guidance for elected members and their staff",
        "2025-10-13",
        "https://ifpnews.com/mi5-warns-uk-politicians-about-overt-flattery-from-russian-and-chinese-spies/",
    ),
    "five_eyes_2026": (
        "Five Eyes joint bulletin",
        "2026-06-03",
        "https://jang.com.pk/en/66945-five-eyes-alliance-issues-urgent-warning-over-chinese-espionage-recruitment-news",
    ),
    "five_eyes_2026_pay": (
        "Five Eyes joint bulletin",
        "2026-06-03",
        "https://ctipilot.ch/briefs/2026-06-06/five-eyes-joint-bulletin-chinese-military-intelligence-recruiting-cleared-person/",
    ),
    "five_eyes_2026_means": (
        "Five Eyes joint bulletin",
        "2026-06-03",
        "https://breadcrumb.news/event/2eaa78c6-3874-42e6-9638-bbe4cc41e05f/",
    ),
    "fdd_2025": (
        "FDD research, reported by Reuters",
        "2025",
        "https://asiaone.com/china/secretive-chinese-network-tries-lure-fired-federal-workers-research-shows",
    ),
    "fdd_2025_adverts": (
        "FDD research",
        "2025-09",
        "https://www.strategicstudyindia.com/2025/09/fdd-uncovers-likely-chinese.html?m=0",
    ),
    "cpni_link": (
        "CPNI (now NPSA), Think Before You Link",
        "2021",
        "https://professionalsecurity.co.uk/news/case-studies/think-before-you-link/",
    ),
    "cpni_case": (
        "CPNI, composite case",
        "2021",
        "https://content.yudu.com/web/3zs7s/0A3zs7y/CitySecurityMagSum21/html/7.html",
    ),
    "case_lawyer": (
        "Published case of a UK lawyer",
        "2025",
        "https://britbrief.co.uk/politics/defence/uk-lawyer-targeted-by-chinese-spies-in-capture-campaign.html",
    ),
    "case_2017": (
        "Published case of 2017",
        "2017",
        "https://britbrief.co.uk/politics/defence/mi5-warns-mps-of-chinese-espionage-threat.html",
    ),
    "case_yeo": (
        "Yeo case, US court papers",
        "2020-07",
        "https://swarajyamag.com/amp/story/insta/jun-wei-yeo-a-phd-student-at-nus-singapore-pleads-guilty-in-us-court-to"
        "-working-as-recruiter-for-chinese-intelligence",
    ),
    "case_critic": (
        "Approach of 2018, published by its recipient",
        "2022-03",
        "https://thecritic.co.uk/issues/march-2022/my-days-as-a-chinese-spy/",
    ),
    "case_spectator": (
        "Approach published by its recipient (date of the approach not given)",
        "undated",
        "https://www.spectator.co.uk/article/beijing-s-agents-tried-to-recruit-me-on-linkedin/",
    ),
    "csis_2023": (
        "CSIS on approaches by professional network",
        "2023",
        "https://www.theepochtimes.com/careful-who-you-connect-with-on-linkedin-csis-details-how-ccp-targets-canadians_5345446.html",
    ),
    "csis_2023_channel": (
        "CSIS on approaches by professional network",
        "2023",
        "https://thecanadianmedia.com/canada-security-intelligence-service-says-china-is-recruiting-canadians-on-linkedin-to-spy"
        "-for-beijing/",
    ),
    "us_ncsc_2025": (
        "US NCSC advisory for current and former staff",
        "2025-04",
        "https://thethinkingconservative.com/china-is-targeting-us-govt-employees-with-job-opportunities-intelligence-agency-warns",
    ),
    "us_ncsc_2020": (
        "US NCSC and FBI, film and guidance on approaches by professional network",
        "2020",
        "https://www.odni.gov/index.php/ncsc-features/2780",
    ),
    "bfv_hamburg": (
        "BfV, Hamburg office, on approaches by social network",
        "undated",
        "https://www.hamburg.de/innenbehoerde/spionageabwehr/10651708/anwerbungsversuche-chinesischer-nachrichtendienste"
        "-soziale-netzwerke/",
    ),
    "case_csergo": (
        "Csergo case, Australian court reports (charged in 2023)",
        "undated",
        "https://newsfeel.com/?p=17420245",
    ),
    "dgsi_2018": (
        "DGSI / DGSE, reported by the French press",
        "2018",
        "https://www.rtl.fr/actu/conso/linkedin-des-milliers-de-francais-auraient-ete-espionnes-par-la-chine-7795392399",
    ),
    "case_mallory": (
        "Mallory case, US court reports",
        "2018",
        "https://www.courthousenews.com/ex-cia-officer-convicted-of-conspiring-with-china-faces-sentencing/?amp=1",
    ),
    "case_wei": (
        "Wei case, US court reports",
        "2025",
        "https://ww2.kibrispostasi.com/c140-DAILY_NEWS/n572630-us-navy-sailor-convicted-of-spying-for-china",
    ),
    "aivd_2022": (
        "AIVD campaign on online approaches",
        "2022-02-15",
        "https://intelnews.org/2022/02/15/01-3152/",
    ),
    "aivd_2022_press": (
        "AIVD / MIVD on approaches to technical staff",
        "2022",
        "https://techzine.eu/news/privacy-compliance/72552/chinese-and-russian-spies-target-dutch-it-professionals-via-linkedin",
    ),
}


def source(key: str, says: str) -> Source:
    """Declare a source: who published it and where stands in the table above, `says` is in our own words."""
    advisory, date, link = _SOURCES[key]
    return Source(advisory, date, says, link)
