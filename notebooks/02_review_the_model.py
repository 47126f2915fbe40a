# %% [markdown]
# # Review the model
#
# The synthetic hold-out and the independent set, side by side. **Neither is real traffic.** The hold-out is our own
# world with wordings that the models did not see; the independent set was machine-written by others from the
# advisories. `recruitrisk review` prints the same.

# %%
import matplotlib.pyplot as plt

import recruitrisk as rr

plt.rcParams["figure.dpi"] = 70
review = rr.review()
review

# %% [markdown]
# ## Ranking
# The left end of the ROC curve is where a triage queue works: of a thousand genuine approaches a team can look at
# ten, not at two hundred. On 90 genuine approaches a share of false alarms below 1 % can't be seen at all, so the
# curve of the independent set ends there.

# %%
review.figure("roc")

# %%
review.figure("precision_recall")

# %%
review.figure("det")

# %% [markdown]
# ## Calibration
# Does a predicted 30 % come true in 30 of 100? On the hold-out it does. The independent set is easier than our world,
# so its probabilities are drawn too much to the middle.

# %%
review.figure("reliability")

# %%
review.calibration.query("origin != 'independent, messages alone'").round(3)

# %% [markdown]
# ## What an alert is worth
# Most alerts are false when the playbook is rare, however good the ranking is. Read the lower ends: a set of 90
# genuine approaches without a false alarm does not prove that there are none.

# %%
review.figure("alerts")

# %%
alerts = review.alerts.query("origin == 'synthetic hold-out'")
alerts[["band", "base_rate", "worth", "worth_low", "worth_high", "in_words"]].style.set_uuid("alerts").hide(
    axis="index"
).format(precision=5)

# %% [markdown]
# ## Your own labels
# A table with a column `label` (1, 0, risky, genuine) gets the same review: `rr.review(data="mine.csv")`, or
# `recruitrisk review --data mine.csv --html mine.html`. Here a made-up one stands for it; since the model knows its
# wordings, its figures are too good.

# %%
world = rr.synthesise(200, seed=11)
mine = world.frame[["message", "company", "offered_pay"]].assign(label=world.frame["truth_label"])
own = rr.review(data=mine)
own.summary.query("origin == 'yours'").round(3)
