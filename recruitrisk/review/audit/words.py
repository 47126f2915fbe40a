"""The prose of the page on the synthetic world; its figures come from the measurement."""

from __future__ import annotations

__all__ = [
    "CLOSING", "DIFFICULTY", "FAMILIES", "LEAKS", "LIKENESS", "MAKING", "MIX", "NO_MODEL", "OPENING", "OTHER_MODEL", "PLAYBOOK_FIGURES",
    "RATES_TEXT",
]  # fmt: skip

MIX: tuple[str, ...] = (
    "risky", "genuine", "other", "decoys", "most_decoys", "plainness", "thinning", "kept_low", "kept_high", "herrings",
    "most_herrings", "blur", "noise",
)  # fmt: skip
"""Numbers of a setting that the page shows."""

OPENING = """# The synthetic world

Written by `recruitrisk audit --json docs/audit.json --markdown docs/synthetic_world.md`; do not edit. World of n =
{n:,}, seed {seed}, default mix.

Everything the model knows, it learnt from this world; no real message is in it. This page says how the world is made,
what was promised of it, and what was measured. A bound that is missed is marked as missed."""

MAKING = """## How an approach is made

1. **Shape.** Language, number of turns, messages, characters, how they are parted among the messages, hours from
   first to last, and whether the columns of pay and role are filled are drawn from one distribution, before the class
   is looked at.
2. **Class and story.** Risky, genuine or another harm by the mix; then a story (playbook or family, by the root of
   its size), then a hand-written scene of it that is near the shape. Scenes are weighted by raking, so that capitals,
   marks, questions and lengths of sentences are spread alike in both classes.
3. **Telling.** Longer threads are cut, shorter ones filled with plain turns; sentences are changed for others that
   show the same signs, dropped, or put between; risky ones are thinned and carry checkable specifics as decoys;
   genuine ones show honest red flags and are told without their specifics. Each message is thinned or padded with
   plain sentences of any class to its part of the length.
4. **Facts.** Three hidden draws (can the firm be substantiated, is the account thin, does the address fit) tied to
   one another by one draw of care, from the catalogue's rates; what is hidden does not depend on the class.
5. **Dress.** Names, firms, towns and photo (Faker, 26 locales), dates, greetings, notices, HTML, slips and habits of
   punctuation have streams of their own; in four English texts of five the marks of the wording are made plain first."""

DIFFICULTY = """## The dial

`recruitrisk synth --difficulty D` or `--setting NAME`; the default is 0.5. Between its anchors (0 textbook, 0.5
default, 1 only combinations tell) all numbers are interpolated. At 0 a risky approach shows all that its scene holds
and honest senders say who they are; at 1 few signs are left, honest senders show about as many, decoys are as common
as true specifics, and rates of firms and accounts are nearly drawn together.

Why the default is what it is (own judgement, no statistic exists): half of the risky approaches show only a part of
their signs, because advisories describe both whole campaigns and single first messages; two in five carry a specific
that clears nothing, and two in five genuine ones leave theirs out, because first messages are short; about one
genuine in seven shows one more red flag than its scene, at the catalogue's rates. Classes are near balance so that
both are learnt; the base rate is the user's and is applied after. Label noise is 0 by default, because the labels are
known; `noisy_labels` turns a tenth."""

CLOSING = """## Limits

- Scenes are machine-written by several writers and reviewed by checks; they are not traffic. Figures of this page say
  how the world is, not how the model does outside.
- Playbooks and families are told by the words of a scene's kind, then by its signs: a rough sorting, good enough to
  hold whole stories out.
- Holding out a playbook here holds it out of the scorer, with true signs read; the words of a playbook may stand in
  other stories too.
- Filling up and cutting make threads that wander more than real ones, and spread the pace of slow cultivation to all
  stories.
- Some nuisance is part of what is said (an amount, an address, a name of a client); those stay."""

OTHER_MODEL = """The shipped model was trained on another version of the world: its figures on this page are of that one, and the
bounds that need it stay open until it is trained again."""

LEAKS = """Five-fold cross-validated AUROC of a logistic regression and of boosted trees on what must not matter, with 95 %
interval (Hanley and McNeil), on a world four times as large and of another seed (a leak is small, and a small world
shows one or hides it by chance). A scene is told many times, so trees can know it again by its marks; the last two
columns keep all approaches of a scene in one fold. Pace and empty cells stand beside the bound, and e-mail addresses in
the text are not counted: they are part of what is said or asked."""

PLAYBOOK_FIGURES = """Share found at 5 % false alarms by the model's scorer on true signs, on rows that it did not see (95 % Wilson
interval): with other approaches of the playbook in training, and with the whole playbook left out."""

FAMILIES = (
    """Share raised falsely when 5 % of all genuine ones are: with the family in training, and left out."""
)

LIKENESS = """Share of approaches that show each sign, by the marks of both. The independent set is machine-written too, and small;
nothing was set after it."""

RATES_TEXT = """Rates of the indicators set how often signs of firm, account and address are drawn, and how the honest red flags are
picked; how often a sign of text occurs follows from the scenes and the mix."""

NO_MODEL = """No shipped model fits this version of the library: the bounds that need one stay open until one is trained."""
