"""What the model card says in words; every figure in it comes from a measurement."""

from __future__ import annotations

__all__ = ["CAVEATS", "INTENDED", "MEASURE", "MISUSE", "NEVER_SCORED_TEXT", "TRAINING"]

INTENDED = (
    "To help a security adviser decide which approaches by headhunters and consultancies to look at first, and why: a calibrated "
    "probability that an approach follows the covert-recruitment playbook of the published advisories, with an interval, quoted "
    "evidence and reasons that add up. Also for researchers and for triage queues behind which people sit."
)
MISUSE: tuple[str, ...] = (
    "To judge, rank or watch people, or to decide about work, clearance, membership or visas.",
    "To block or report senders without a person who has read the evidence.",
    "On letters that were scraped, or read without a lawful basis.",
    "To call an approach safe: `low` says that no sign was found in what could be seen.",
    "To write approaches that are not noticed. The catalogue is public because the advisories are.",
)
TRAINING = (
    "Only approaches that the library makes up itself (Faker, and wordings written for this purpose) from the indicators that the "
    "advisories name. No real message was used to fit anything. Sentence classifiers, scorer and calibration are cross-fitted over "
    "families of wordings, so that no approach is read by what knows its words. How the world is made and what leaks: "
    "`docs/synthetic_world.md`."
)
NEVER_SCORED_TEXT = (
    "Names, places, photos, nationality, gender and the quality of the language are never scored."
)
CAVEATS: tuple[str, ...] = (
    "**No real traffic.** None was available; expect worse figures on it than any here.",
    "**A careful sender who asks for nothing yet** writes like an honest recruiter and scores low. Score the thread again when it grows.",
    "**Languages.** English is read best; German, French, Dutch, Spanish, Polish and Chinese are covered by fewer wordings; text in "
    "any other is said to be unread and not scored.",
    "**Pay** is compared with references for the United Kingdom and the United States; elsewhere they are moved by purchasing power.",
    "**Settings chosen in view.** Some settings of world and scorer were chosen while independent figures were in view; those are "
    "somewhat optimistic.",
)
MEASURE: tuple[tuple[str, str], ...] = (
    ("2.1 tools and test sets are documented", "Evaluation data; `recruitrisk review`, `recruitrisk audit`"),
    ("2.2 people in evaluations", "none: every text is made up"),
    (
        "2.3 performance in conditions like deployment",
        "not measured: no real traffic was available; `recruitrisk review --data` measures yours",
    ),
    ("2.4 monitored in use", "`recruitrisk monitor`"),
    (
        "2.5 valid and reliable, limits of generalising",
        "Figures by origin of the data; Calibration; Known failures",
    ),
    ("2.6 safe", "Intended use; Misuse; band `not assessable` where too little is seen"),
    (
        "2.7 secure and resilient",
        "Known failures (disguises, padding); files pinned by SHA-256, no pickle, no network",
    ),
    ("2.8 transparent and accountable", "Indicators with weights; reasons that add up; this card"),
    ("2.9 explained and interpreted", "`recruitrisk explain`; quoted evidence, innocent reasons, next steps"),
    ("2.10 privacy", "Intended use (the data are sensitive); offline; reports masked by default"),
    ("2.11 fairness and bias", "Fairness"),
    ("2.12 environmental impact", "trained and run on two cores; see `docs/benchmarks/speed.md`"),
    (
        "2.13 effectiveness of these measurements",
        "intervals and n beside every figure; `docs/synthetic_world.md`",
    ),
)
