# %% [markdown]
# # Monitor a stream
#
# Is a batch still like what the figures of the review were measured on? Three weeks of a made-up stream stand for
# yours: two alike, and a third in which a campaign arrives. `recruitrisk monitor REFERENCE BATCH` does the same with
# scored files.

# %%
from dataclasses import replace

import matplotlib.pyplot as plt
import pandas as pd

import recruitrisk as rr
from recruitrisk.synthetic import SETTINGS

plt.rcParams["figure.dpi"] = 70
rare = SETTINGS["rare"]
campaign = replace(rare, risky=0.25, genuine=0.70)
worlds = {
    "week 1": rr.synthesise(400, seed=61, setting=rare),
    "week 2": rr.synthesise(400, seed=62, setting=rare),
}
worlds["week 3"] = rr.synthesise(400, seed=63, setting=campaign)
weeks = {name: rr.score(w.frame, w.messages, base_rate=0.01) for name, w in worlds.items()}

# %% [markdown]
# ## Against the training reference
# The reference is a fresh synthetic world read by the model, its classes weighted to the base rate you expect. A real
# stream always differs somewhat from it: once you have looked at a week, take that as the reference of the next.

# %%
first = rr.monitor("training", weeks["week 1"], expected=0.02)
print(first.verdict, "-", first.advice)
first.figure()

# %% [markdown]
# ## A week like the one before
# Beside each PSI stands what chance alone reaches in 5 % of cases, and the shift that the test would find in 80 % of
# cases at these numbers: what is smaller than that can go unseen.

# %%
steady = rr.monitor(weeks["week 1"], weeks["week 2"])
print(steady.verdict, "-", steady.advice)
steady.table.sort_values("p")[
    ["what", "reference", "batch", "psi", "psi_by_chance", "test", "p", "q", "detectable"]
].head(6).round(3)

# %% [markdown]
# ## A week that is not

# %%
moved = rr.monitor(weeks["week 2"], weeks["week 3"])
print(moved.verdict, "-", moved.advice)
moved.figure()

# %%
bins = [-6, -3, -2, -1, 0, 1, 2, 3, 8]
evidence = {"week 2": moved.reference.evidence, "week 3": moved.batch.evidence}
shares = pd.DataFrame(
    {n: pd.cut(pd.Series(e), bins).value_counts(normalize=True, sort=False) for n, e in evidence.items()}
)
axes = shares.plot.bar(
    figsize=(7, 3),
    color=["#c9c6bd", "#b3402a"],
    rot=30,
    xlabel="weight of evidence, log-odds",
    ylabel="share",
)
axes.set_title("synthetic, n = 400 a week")
axes.grid(axis="y", alpha=0.3)

# %% [markdown]
# ## Estimated base rate
# By EM on the scores; a hint, since it takes for granted that the synthetic calibration fits the stream. In week 3
# one in four was risky.

# %%
rates = {name: rr.estimate_base_rate(scored, 0.01) for name, scored in weeks.items()}
print("\n".join(f"{name}: {rate.text}" for name, rate in rates.items()))

# %% [markdown]
# ## When to retrain
# `steady`: go on. `look`: something moved beyond chance by a PSI of 0.1 or more, or the base rates exclude each
# other: read twenty approaches. `retrain`: the scores moved by 0.25 or more, or a fifth of the indicators by 0.1.
# More risky approaches move scores as well, and no retraining helps there: look at the estimated base rate first.
# Retraining never fits a model to a batch; it means new wordings, a new world and a new review.

# %%
print(
    pd.Series(
        {
            "training -> week 1": first.verdict,
            "week 1 -> week 2": steady.verdict,
            "week 2 -> week 3": moved.verdict,
        }
    ).to_string()
)
