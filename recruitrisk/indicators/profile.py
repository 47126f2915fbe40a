"""Signs about the sender's account."""

from __future__ import annotations

from recruitrisk.indicators.declaration import FieldRule, Indicator, Rates
from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern, source

__all__ = ["INDICATORS"]

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="thin_profile",
        family="profile",
        name="New or sparse account",
        definition=(
            "The account is new, nearly empty or not verified: few connections for the seniority that is "
            "claimed, one position, no"
            " recommendations. One weak fact alone is not it, and neither are a missing photo, an "
            "unusual name or a shared contact."
        ),
        seen_in="P",
        sources=(
            source("mi5_alert_2025", "invented personas find targets and write to them"),
            source("cpni_link", "a shared contact proves nothing about a profile that is new to you"),
        ),
        measures=("fields", "patterns", "meaning"),
        fields=(
            FieldRule("account_age_months", "below", 12.0, 0.45, "account made less than a year before"),
            FieldRule("account_age_months", "below", 4.0, 0.15, "account made less than four months before"),
            FieldRule("account_age_months", "at_least", 60.0, -0.3, "account five years old or more"),
            FieldRule("connections", "below", 50.0, 0.25, "fewer than fifty connections"),
            FieldRule("connections", "at_least", 300.0, -0.15, "three hundred connections or more"),
            FieldRule("positions_listed", "below", 2.0, 0.2, "no more than one position listed"),
            FieldRule("recommendations", "below", 1.0, 0.1, "no recommendations"),
            FieldRule("recommendations", "at_least", 3.0, -0.1, "three recommendations or more"),
            FieldRule("verified", "is_no", 0.0, 0.15, "account not verified"),
            FieldRule("verified", "is_yes", 0.0, -0.4, "account verified by the network"),
        ),
        patterns=(
            pattern(
                r"\b(?:i am|i'?m|i was|we are|we'?re)<3> (?:new|fresh) (?:on|to|in|at|around) (?:here|this "
                r"(?:site|network|platform|app|portal)"
                r"|linkedin|the (?:site|network|platform))",
                "I'm still rather new on this network",
                "Good day, I am new to this site but twenty years in consulting",
                silent=("I'm new to this city and looking for a running club",),
                strength=0.7,
            ),
            pattern(
                r"\b(?:forgive|excuse|sorry (?:for|about)|apolog(?:ies|i[sz]e) for|never mind|don'?t mind"
                r"|ignore)<3> (?:empty|bare|thin|blank"
                r"|new|sparse|short|missing) (?:page here|profile|account|page$|page[,.])\b",
                "Forgive the empty page",
                "Sorry for the bare profile",
                silent=("Sorry for the blank page in the scan",),
                strength=0.7,
            ),
            pattern(
                r"\b(?:my|the) (?:old|previous|former|other|first|last|main) (?:account|profile|page)<3> "
                r"(?:locked|blocked|hacked|closed|lost"
                r"|deleted|suspended|restricted|gone|disappeared|stolen)\b",
                "My old account was locked",
                "The previous profile has been hacked",
                silent=("The old account at the bank was closed, so use the new IBAN",),
                strength=0.75,
            ),
            pattern(
                r"\b(?:lost|forgot|closed|deleted)<2> (?:that|my|the)<1> (?:account|profile|password)<5> "
                r"(?:again|new|begin|began|start(?:ed)?|zero)\b",
                "I lost that account and had to begin again from zero",
                silent=("I lost the account book of the choir",),
                strength=0.7,
            ),
            pattern(
                r"\b(?:my|the) (?:profile|account|page)<3> (?:empty|bare|blank|brand new|not (?:yet "
                r")?(?:complete|finished|ready)|incomplete"
                r"|under construction|(?:just )?(?:made|created|opened)<1> (?:last|this) (?:week|month)|is "
                r"new)\b",
                "My profile is not complete because I use it little",
                "The account is brand new",
                silent=("Your profile is complete and we thank you", "Beware when the profile is brand new"),
                strength=0.7,
            ),
            pattern(
                r"\b(?:only|just)<1> (?:joined|made|opened|created|registered|signed up)<3> (?:linkedin|this "
                r"(?:site|network|platform)|account"
                r"|profile|here)\b",
                "I only just joined this site",
                "I just made this profile last week",
                silent=("I just joined the board of the library",),
                strength=0.65,
            ),
            pattern(
                r"\b(?:do not|don'?t|hardly|rarely|seldom|never) (?:keep|have|put|list|fill)<3> (?:much"
                r"|anything|my (?:career|jobs|history|cv))<2>"
                r" (?:on|in) (?:my profile|linkedin|here|this (?:site|network))\b",
                "I do not keep much on my profile",
                "I never list my career on LinkedIn",
                silent=("I don't have much patience on the phone",),
                strength=0.65,
            ),
            pattern(
                r"\bfew (?:connections|contacts) (?:here|on (?:here|this|linkedin))\b|\bno connections yet\b",
                "I have few connections here, but many in real life",
                silent=("There are few connections on Sundays, take the bus",),
                strength=0.6,
            ),
        ),
        vetoes=QUOTED_WARNINGS,
        fires=(
            "I'm rather new on this network, so forgive the empty page",
            "My old account was locked in spring",
            "The profile is not finished, I am a man of paper",
            "I only just joined this site for the project",
        ),
        silent=(
            "I'm new to this city and looking for a running club",
            "Beware when the profile is brand new",
            "The old account at the bank was closed, so please use the new number",
            "Your profile stood out to me",
        ),
        rates=Rates(0.5, 0.12),
        reviewer="The sender's account is new or nearly empty",
        absent="The account is established",
        innocent=(
            "People do join late, or come back after a lost account",
            "In some trades and countries hardly anybody keeps such a profile up",
            "Students and those new to recruiting have few connections",
        ),
        next_step="Search the name with the firm outside the network, and ask for a video call in which the "
        "sender's post can be confirmed",
    ),
)
