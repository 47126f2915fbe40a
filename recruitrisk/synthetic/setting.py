"""How a world is mixed, and the dial from textbook to only-combinations-tell.

The dial goes through three anchors: 0 is `TEXTBOOK`, 0.5 the default, 1 is `HARD`; every number between is
interpolated in a straight line. The default is stated with its reasons in ``docs/synthetic_world.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from recruitrisk.errors import UsageError
from recruitrisk.synthetic.wordings import FOLDS

__all__ = ["SETTINGS", "Setting", "chosen_setting", "named_setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a world is mixed.

    Attributes
    ----------
    risky, genuine, other : float
        Shares of the classes; they add up to 1.
    swap : float
        Chance that a sentence with signs is changed for another that shows the same.
    drop : float
        Chance that a sentence without signs is left out.
    insert : float
        Chance of a plain or look-alike sentence between two.
    decoys : float
        Chance that a risky approach carries specifics that clear nothing.
    most_decoys : float
        At most so many of them; a broken number lies between two whole ones by chance.
    plainness : float
        Chance that a genuine approach is told without its checkable specifics.
    thinning : float
        Chance that a risky approach shows only a few of its signs.
    kept_low, kept_high : float
        Share of its sentences with signs that a thinned one keeps, drawn between the two; two stay at least.
    herrings : float
        Chance that a genuine approach shows more signs that honest senders often show.
    most_herrings : float
        At most so many of them.
    blur : float
        How far the rates of accounts and firms are drawn together, 0 (as the catalogue says) to 1 (the same).
    noise : float
        Share of the risky and genuine labels that are turned round. Default 0.
    typos : float
        Mean share of letters that slip, in the tenth of the approaches that have slips.
    folds : tuple of int
        Folds of wording families that may be used; all by default.
    shaped : bool
        Whether approaches are cut, grown, thinned and padded to a shape that does not depend on the class. Without,
        a scene near the shape is taken as it is, perhaps only up to a turn; lengths then tell the class a little to who
        counts letters.

    Examples
    --------
    >>> Setting.at_difficulty(0.5) == Setting()
    True
    >>> Setting.at_difficulty(0.0).thinning, Setting.at_difficulty(1.0).thinning
    (0.0, 1.0)
    """

    risky: float = 0.42
    genuine: float = 0.46
    other: float = 0.12
    swap: float = 0.3
    drop: float = 0.15
    insert: float = 0.12
    decoys: float = 0.4
    most_decoys: float = 2.0
    plainness: float = 0.4
    thinning: float = 0.5
    kept_low: float = 0.2
    kept_high: float = 0.8
    herrings: float = 0.15
    most_herrings: float = 1.0
    blur: float = 0.0
    noise: float = 0.0
    typos: float = 0.015
    folds: tuple[int, ...] = tuple(range(FOLDS))
    shaped: bool = True

    @classmethod
    def at_difficulty(cls, difficulty: float) -> Setting:
        """The setting at a point of the dial.

        Parameters
        ----------
        difficulty : float
            0 (textbook: all signs of the playbook, honest senders say who they are) to 1 (each sign alone
            tells little: few are left, honest senders show as many).

        Raises
        ------
        UsageError
            `difficulty` is not between 0 and 1.
        """
        if not 0.0 <= difficulty <= 1.0:
            raise UsageError(f"difficulty is {difficulty:g}; it must be between 0 (textbook) and 1 (hard)")
        low, high = (TEXTBOOK, Setting()) if difficulty <= 0.5 else (Setting(), HARD)
        share = difficulty * 2 if difficulty <= 0.5 else difficulty * 2 - 1
        mixed = {
            name: round(getattr(low, name) + share * (getattr(high, name) - getattr(low, name)), 9)
            for name in _DIALLED
        }
        return replace(Setting(), **mixed)


_DIALLED = (
    "decoys", "most_decoys", "plainness", "thinning", "kept_low", "kept_high", "herrings", "most_herrings", "blur",
)  # fmt: skip
TEXTBOOK = Setting(
    decoys=0.0, most_decoys=1.0, plainness=0.0, thinning=0.0, kept_low=0.8, kept_high=1.0, herrings=0.0, most_herrings=1.0
)  # fmt: skip
HARD = Setting(
    decoys=0.6, most_decoys=2.0, plainness=0.7, thinning=1.0, kept_low=0.1, kept_high=0.4, herrings=0.9, most_herrings=2.6,
    blur=0.8,
)  # fmt: skip
SETTINGS: dict[str, Setting] = {
    "textbook": TEXTBOOK,
    "default": Setting(),
    "hard": Setting.at_difficulty(0.75),
    "combinations_only": HARD,
    "look_alikes": replace(Setting(), herrings=0.6, most_herrings=3.0, plainness=0.7, decoys=0.6),
    "faint_signs": replace(Setting(), thinning=0.9, kept_low=0.0, kept_high=0.3),
    "noisy_labels": replace(Setting(), noise=0.1),
    "as_written": replace(TEXTBOOK, swap=0.0, drop=0.0, insert=0.0, typos=0.0, kept_low=1.0, shaped=False),
    "unshaped": replace(Setting(), shaped=False),
    "rare": replace(Setting(), risky=0.02, genuine=0.93, other=0.05),
}
"""The settings that ship."""


def named_setting(name: str) -> Setting:
    """A setting that ships.

    Raises
    ------
    UsageError
        There is none of that name.
    """
    if name not in SETTINGS:
        raise UsageError(f"setting is {name!r}; there are {', '.join(SETTINGS)}")
    return SETTINGS[name]


def chosen_setting(
    difficulty: float | None = None, name: str | None = None, noise: float | None = None
) -> Setting:
    """The setting that a command line asks for: a point of the dial, or a name, and a share of label noise.

    Raises
    ------
    UsageError
        No such point, name or share.
    """
    setting = (
        Setting.at_difficulty(difficulty) if difficulty is not None else named_setting(name or "default")
    )
    if noise is None:
        return setting
    if not 0.0 <= noise <= 0.5:
        raise UsageError(f"noise is {noise:g}; it must be between 0 and 0.5")
    return replace(setting, noise=noise)
