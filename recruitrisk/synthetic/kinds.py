"""Which story a scene tells: thousands of free kinds, grouped into genuine families, risky playbooks and other harms.

The words of its kind decide, then the signs that it shows; what fits nothing is ``other_risky``,
``other_genuine`` or ``other_harm`` (a test holds these under a tenth).
"""

from __future__ import annotations

from functools import cache

from recruitrisk.synthetic.honest import HARMS, HONEST
from recruitrisk.synthetic.playbooks import PLAYBOOKS
from recruitrisk.synthetic.story import Story, fits
from recruitrisk.synthetic.wordings import Scene

__all__ = ["HARMS", "HONEST", "OTHER", "PLAYBOOKS", "Story", "stories", "story_of", "story_of_kind"]

OTHER: dict[int | None, Story] = {
    1: Story("other_risky", 1, "Other risky", "A playbook that no rule names.", "", ()),
    0: Story("other_genuine", 0, "Other genuine", "Somebody honest whom no rule names.", "", ()),
    None: Story("other_harm", None, "Other harm", "Another harm that no rule names.", "", ()),
}
_ALL: dict[int | None, tuple[Story, ...]] = {1: PLAYBOOKS, 0: HONEST, None: HARMS}
_NOISE = ("genuine", "honest", "real", "clean", "risky", "fake_or_real")


def stories(label: int | None) -> tuple[Story, ...]:
    """All stories of a class, ``other`` last."""
    return (*_ALL[label], OTHER[label])


@cache
def story_of_kind(kind: str, label: int | None) -> Story | None:
    """The first story of the class whose words stand in a kind, or None."""
    bare = "_".join(w for w in kind.split("_") if w not in _NOISE) or kind
    return next((s for s in _ALL[label] if fits(bare, s.words)), None)


def story_of(scene: Scene) -> Story:
    """The story that a scene tells."""
    found = story_of_kind(scene.kind, scene.label)
    if found is None:
        found = next((s for s in _ALL[scene.label] if scene.shows & set(s.signs)), None)
    return found or OTHER[scene.label]
