# %% [markdown]
# # Review the indicators
#
# How well each is found, what each adds, which say the same, and what each is worth. Pieces of text come from the
# synthetic world, whose wordings the model has seen: figures on it are too good, those of the hold-out and the
# independent set are the ones to quote.

# %%
import matplotlib.pyplot as plt
import pandas as pd

import recruitrisk as rr
from recruitrisk.review.ablation import ablation, examples, redundancy

plt.rcParams["figure.dpi"] = 60
review = rr.review()
seen = rr.review(data=rr.synthesise(400, seed=5)).sets["synthetic, wordings seen"]
independent = review.sets["independent"]

# %% [markdown]
# ## Hit and false-hit rate
# In the independent set `donation_leverage`, `coercion` and the signs that lower are not marked.

# %%
review.figure("indicators")

# %%
table = review.indicators.query("origin == 'synthetic hold-out'").sort_values("f1")
table[["name", "cases", "hit_rate", "hit_low", "hit_high", "false_hit_rate", "precision", "f1"]].round(
    3
).head(8)

# %% [markdown]
# ## Weights and shapes
# The score is a sum of these curves, each monotone in the indicator's direction. A sign that could not be assessed
# adds nothing.

# %%
review.figure("weights")

# %%
review.figure("shapes")

# %% [markdown]
# ## Found, missed, wrongly found

# %%
keys = ["secrecy_request", "evades_verification", "vague_role", "pay_per_report"]
pieces = pd.concat([examples(seen, key, most=2).assign(indicator=key) for key in keys], ignore_index=True)
pieces[["indicator", "outcome", "strength", "text"]].style.set_uuid("pieces").hide(
    axis="index"
).set_properties(**{"text-align": "left"})

# %% [markdown]
# ## Redundancy
# Rank correlation of strengths on the synthetic world (n = 400), and how often two that are shown are shown together.

# %%
pairs = redundancy(seen.strengths)
pairs.head(10).round(3)

# %% [markdown]
# ## What each is worth
# AUROC lost when an indicator is taken for unknown (with the combinations it is part of), with a paired 95 %
# bootstrap interval. Most intervals hold 0: signs stand in for one another, and none carries the score alone.

# %%
lost = pd.concat([ablation(review.model, one).assign(origin=one.origin) for one in (seen, independent)])
figure, axes = plt.subplots(1, 2, figsize=(11, 4.2), layout="constrained")
for ax, (origin, part) in zip(axes, lost.groupby("origin", sort=False), strict=True):
    part = part.head(12).iloc[::-1]
    ax.hlines(part["indicator"], part["low"], part["high"], color="#33658a", alpha=0.4, linewidth=4)
    ax.plot(part["lost"], part["indicator"], "o", color="#33658a")
    ax.axvline(0, color="#444", linewidth=0.8)
    ax.set(title=f"{origin} (n = {part['n'].iloc[0]})", xlabel="AUROC lost without it (bars: 95 %)")

# %%
lost.pivot(index="indicator", columns="origin", values=["alone", "lost"]).sort_values(
    ("alone", independent.origin)
).tail(8).round(3)
