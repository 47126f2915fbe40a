"""What is said wherever a risk or a figure is shown: six statements of responsible use, and what each origin of data means."""

from __future__ import annotations

from dataclasses import dataclass

from recruitrisk.review.figures import share_in_words

__all__ = ["DISCLAIMER", "ORIGINS", "STATEMENTS", "Statement", "base_rate_statement", "statements_markdown"]


DISCLAIMER = "This is about an approach, never a verdict on a person."
"""Stands on everything that shows a risk."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of responsible use.

    Attributes
    ----------
    key : str
    title, text : str
        Plain English; the text is one or two sentences.
    """

    key: str
    title: str
    text: str


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        "human",
        "A human decides",
        "The score starts a human look and never ends one: a person reads the quoted evidence, and decides what is done.",
    ),
    Statement(
        "approach",
        "About an approach, never a person",
        "The score is about one approach. It is no verdict on the sender, says nothing of anybody's loyalty, and is not kept as a "
        "mark against a name. Names, places, nationality, gender and the quality of the language are never scored.",
    ),
    Statement(
        "data",
        "The data are sensitive",
        "Exports hold private letters of two people. Have a lawful basis before reading them, keep no more than the question needs "
        "and no longer than it is open, and share reports with names and addresses masked.",
    ),
    Statement(
        "terms",
        "A member's own export only",
        "LinkedIn's terms forbid scraping. What is read is the copy of their own data that a member asked for, with their consent.",
    ),
    Statement(
        "automation",
        "No automated decisions",
        "Nothing is blocked, reported, refused or granted by the score alone. Whoever is affected can ask a person to look again.",
    ),
    Statement(
        "base_rate",
        "The base rate decides what an alert is worth",
        "Approaches of the playbook are rare, so most alerts are false however good the ranking is. State your base rate, and read an "
        "alert in natural frequencies.",
    ),
)
"""The six, in the order in which they are shown."""

ORIGINS: dict[str, str] = {
    "synthetic hold-out": "our own world, with wordings that the models did not see; not real traffic",
    "synthetic, wordings seen": "our own world, with wordings that the model was trained on: too good; not real traffic",
    "independent": "machine-written by others from the advisories, without sight of our wordings; not real traffic",
    "yours": "brought and labelled by you",
}
"""What an origin of data means; longer names begin with one of these."""


def base_rate_statement(base_rate: float, found: float, false_alarms: float) -> str:
    """What a base rate does to an alert, in natural frequencies.

    Parameters
    ----------
    base_rate : float
        Share of the stream that is of the playbook.
    found, false_alarms : float
        Shares of risky and of genuine approaches above the line.

    Examples
    --------
    >>> base_rate_statement(0.001, 0.56, 0.05)
    'If 1 in 1,000 approaches is of the playbook, then of 10,000 approaches 10 are; 506 are flagged, 6 of them rightly: 1 in 84.'
    """
    total = max(1000, round(10 / base_rate))
    risky = round(total * base_rate)
    right, wrong = round(risky * found), round((total - risky) * false_alarms)
    rate = share_in_words(base_rate)
    worth = share_in_words(right / (right + wrong)) if right + wrong else "none"
    return (
        f"If {rate} approaches is of the playbook, then of {total:,} approaches {risky:,} are; {right + wrong:,} are "
        f"flagged, {right:,} of them rightly: {worth}."
    )


def statements_markdown() -> str:
    """The six as a Markdown list."""
    return "\n".join(f"- **{s.title}.** {s.text}" for s in STATEMENTS) + "\n"
