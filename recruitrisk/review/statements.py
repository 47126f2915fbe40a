"""What stands on everything that shows a risk: how it may be used and what it is not."""

from __future__ import annotations

__all__ = ["DISCLAIMER", "STATEMENTS"]

DISCLAIMER = "This is about an approach, never a verdict on a person."
"""Stands on everything that shows a risk."""

STATEMENTS: tuple[str, ...] = (
    "A human decides. The score says which approaches to look at first; it settles nothing.",
    "It is about an approach, never about a person. Names, places, nationality, gender and the quality of the language "
    "are never scored.",
    "Suspicion of a named person is sensitive personal data: have a lawful basis, keep it no longer than needed, "
    "mask names before it is passed on.",
    "Under LinkedIn's terms only a member's own export may be read, by that member or with their consent. No scraping.",
    "No automated decisions: nobody is blocked, reported, refused or hired because of a number.",
    "Most alerts are genuine approaches as long as the playbook is rare: at a base rate of 1 in 1,000, a filter that "
    "finds 9 of 10 and wrongly flags 5 of 100 raises about 51 alerts in 1,000 approaches, of which about 1 is of the playbook.",
)
"""Responsible use, in short; they stand at the foot of reports."""
