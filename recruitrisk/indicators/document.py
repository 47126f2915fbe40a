"""The catalogue as a page for people: ``docs/indicators.md``, and one indicator for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import groupby

from recruitrisk.indicators import CATALOGUE, version
from recruitrisk.indicators.declaration import FieldRule, Indicator

__all__ = ["as_markdown", "as_text"]

_SEEN = {"P": "profile", "C": "company", "O": "offer", "M": "message", "D": "course of the conversation"}
_MEASURES = {
    "patterns": "patterns",
    "meaning": "meaning of sentences",
    "fields": "columns",
    "pay": "pay against a reference",
    "piece": "pay by the piece",
    "order": "order and speed of messages",
    "domain": "addresses",
    "role_facts": "facts of the role that are missing",
}
_FAMILIES = {
    "company": "The firm",
    "profile": "The account",
    "client": "Client and role",
    "pay": "Pay",
    "channel": "Channel",
    "ask": "The ask",
    "secrecy": "Secrecy",
    "relationship": "Relationship",
    "travel": "Travel",
    "urgency": "Urgency",
    "specifics": "Checkable specifics (lower the risk)",
}
_HEAD = """\
# Catalogue of indicators

{count} indicators, {patterns} patterns; catalogue version `{version}`. Made by `make docs` from
`recruitrisk/indicators/`; edit there.

A sign is about an approach, never a verdict on a person. A single sign says little; what counts is the
combination. Nationality, name, photo, grammar and language are never signs. A *strong* sign keeps the band
from falling below `guarded`, whatever lowers the risk. Rates are what the invented world of the training data
uses, not what was observed.
"""


def _sentences(what: Sequence[str]) -> list[str]:
    return [f"{item}." if not item.endswith((".", "?", "!")) else item for item in what]


def _seen(indicator: Indicator) -> str:
    return ", ".join(_SEEN[letter] for letter in indicator.seen_in)


def _found_by(indicator: Indicator) -> str:
    return ", ".join(_MEASURES[measure] for measure in indicator.measures)


def _kind(indicator: Indicator) -> str:
    parts = [f"{indicator.direction} the risk"]
    if indicator.strong:
        parts.append("strong")
    parts.append(indicator.status)
    return ", ".join(parts)


def _rule(rule: FieldRule) -> str:
    test = {
        "below": f"below {rule.value:g}",
        "at_least": f"{rule.value:g} or more",
        "is_yes": "yes",
        "is_no": "no",
    }[rule.operator]
    return f"`{rule.column}` {test}: {rule.points:+g} ({rule.says})"


def _languages(indicator: Indicator) -> str:
    langs = sorted({pattern.lang for pattern in indicator.patterns}, key=lambda lang: (lang != "en", lang))
    return ", ".join(langs)


def _entry(indicator: Indicator) -> list[str]:
    lines = [
        f"### `{indicator.id}`: {indicator.name}",
        "",
        indicator.definition,
        "",
        f"- **Kind:** {_kind(indicator)}",
        f"- **Seen in:** {_seen(indicator)}",
        f"- **Found by:** {_found_by(indicator)}",
    ]
    if indicator.patterns:
        lines.append(
            f"- **Patterns:** {len(indicator.patterns)}, with {len(indicator.vetoes)} vetoes; languages: "
            f"{_languages(indicator)}"
        )
    lines += [
        f"- **Invented world:** {indicator.rates.risky:.1%} of risky, {indicator.rates.genuine:.1%} "
        f"of genuine approaches"
        f" ({indicator.rates.basis})",
        f"- **The reviewer reads:** {indicator.reviewer}. When it was looked for and not found: "
        f"{indicator.absent}.",
        f"- **Next step:** {indicator.next_step}.",
        "",
        "Sources:",
        "",
    ]
    lines += [
        f"- {each.advisory}, {each.date}: {each.says} ([link]({each.link}))" for each in indicator.sources
    ]
    if indicator.fields:
        lines += ["", "Columns (points are added and clipped to 0 to 1; shown from 0.5):", ""]
        lines += [f"- {_rule(rule)}" for rule in indicator.fields]
    lines += ["", "Honest reasons:" if indicator.direction == "raises" else "Why it is no proof:", ""]
    lines += [f"- {item}" for item in _sentences(indicator.innocent)]
    lines += ["", "Shows it:", ""]
    lines += [f"- {item}" for item in indicator.fires]
    lines += ["", "Does not:", ""]
    lines += [f"- {item}" for item in indicator.silent]
    lines.append("")
    return lines


def as_markdown() -> str:
    """Write the whole catalogue as a Markdown page.

    Returns
    -------
    str
        Table of contents by family, then one section an indicator; ends with a line break.

    Examples
    --------
    >>> as_markdown().splitlines()[0]
    '# Catalogue of indicators'
    """
    count = sum(len(each.patterns) for each in CATALOGUE)
    lines = [_HEAD.format(count=len(CATALOGUE), patterns=count, version=version()), "## Contents", ""]
    families = [(family, list(group)) for family, group in groupby(CATALOGUE, key=lambda each: each.family)]
    for family, group in families:
        lines.append(f"- {_FAMILIES[family]}")
        for each in group:
            anchor = f"{each.id}-{each.name.lower()}"
            anchor = "".join(c for c in anchor.replace(" ", "-") if c.isalnum() or c in "-_")
            strong = " (strong)" if each.strong else ""
            lines.append(f"  - [`{each.id}`](#{anchor}): {each.name}{strong}")
    lines.append("")
    for family, group in families:
        lines += [f"## {_FAMILIES[family]}", ""]
        for each in group:
            lines += _entry(each)
    return "\n".join(lines).rstrip("\n") + "\n"


def as_text(indicator: Indicator, width: int = 88) -> str:
    """Write one indicator for the terminal.

    Parameters
    ----------
    indicator : Indicator
    width : int
        Columns of the terminal.

    Returns
    -------
    str
        Plain text, wrapped; ends with a line break.

    Examples
    --------
    >>> print(as_text(CATALOGUE[0]).splitlines()[0])
    cover_company: Firm cannot be substantiated
    """

    def _wrap(text: str, first: str = "", rest: str = "") -> str:
        return textwrap.fill(
            text,
            width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )

    blocks = [
        f"{indicator.id}: {indicator.name}",
        f"{_kind(indicator)}; seen in {_seen(indicator)}; found by {_found_by(indicator)}",
        "",
        _wrap(indicator.definition),
    ]
    sections: tuple[tuple[str, Sequence[str]], ...] = (
        (
            "Sources",
            [f"{each.advisory}, {each.date}: {each.says}. {each.link}" for each in indicator.sources],
        ),
        ("Columns", [_rule(rule).replace("`", "") for rule in indicator.fields]),
        ("Shows it", indicator.fires),
        ("Does not", indicator.silent),
        ("Honest reasons" if indicator.direction == "raises" else "Why it is no proof", indicator.innocent),
        ("Next step", [indicator.next_step]),
    )
    for title, items in sections:
        if items:
            blocks += ["", title, *(_wrap(item, "  - ", "    ") for item in items)]
    return "\n".join(blocks) + "\n"


if __name__ == "__main__":
    import sys
    from pathlib import Path

    Path(sys.argv[1]).write_text(as_markdown(), encoding="utf-8")
