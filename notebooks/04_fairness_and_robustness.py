# %% [markdown]
# # Fairness and robustness
#
# Names, places, photo, nationality and the quality of the language are never scored. Are honest people of some group
# flagged more often all the same? And can a risky approach be disguised, or talked down?

# %%
from dataclasses import replace

import matplotlib.pyplot as plt
import pandas as pd

import recruitrisk as rr
from recruitrisk.review.displays_signs import GroupDisplay
from recruitrisk.review.fairness import group_alarms, identity_swaps
from recruitrisk.review.robustness import attack_table, messages_alone, padding_table, specifics
from recruitrisk.synthetic import Setting

plt.rcParams["figure.dpi"] = 70
model = rr.load_model()
seen = rr.review(model, rr.synthesise(450, seed=21)).sets["synthetic, wordings seen"]
review = rr.review(model)

# %% [markdown]
# ## False alarms by group
# Genuine approaches flagged (elevated or above) by language, group of the sender's name, and region of the recipient.
# Groups are small; the intervals say how little a difference means.

# %%
groups = group_alarms(seen)
GroupDisplay(table=groups).plot(name=f"synthetic, wordings seen (n = {seen.curve.genuine} genuine)").figure_

# %%
groups.sort_values("p")[
    ["grouping", "group", "n", "rate", "difference", "difference_low", "difference_high", "q"]
].head(5).round(3)

# %% [markdown]
# The independent set's genuine approaches by group of names; `review.groups` has the rest.

# %%
by_name = group_alarms(review.sets["independent"], by=["name_origin"])
by_name[["group", "n", "alarms", "rate", "low", "high", "q"]].round(3)

# %% [markdown]
# ## Identity swaps
# The same approach from somebody of another name, place and photo.

# %%
identity_swaps(seen.data.approaches[:20], model, seed=1).round(3)

# %% [markdown]
# ## Character attacks
# Words of synthetic messages disguised (read without profiles): detections and signs that are kept, and genuine texts
# flagged. A slip of the pen is not undone, and costs most.

# %%
risky, genuine = messages_alone(40, 31, 1), messages_alone(40, 32, 0)
attack_table(model, risky, genuine).round(3)

# %% [markdown]
# ## Padding
# Pleasantries behind a risky text must not lower its risk. Honest specifics may, up to the bound in the model's
# manifest; checking them is the reviewer's next step.

# %%
padding_table(model, risky, trials=120).round(3)

# %%
honest = [text for _, text in specifics()]
bounded = padding_table(model, risky, honest, trials=120, most=12, seed="specifics").round(3)
print("bound of what specifics take off:", model.manifest["settings"]["cap"], "log-odds")
bounded[["way", "trials", "lowered", "largest_fall", "mean_shift"]]

# %% [markdown]
# ## Paraphrase
# Sentences that show signs changed for others that show the same, in none, a third and nearly all of the cases.

# %%
rates = (0.0, 0.3, 0.9)
worlds = [rr.synthesise(160, seed=41, setting=replace(Setting(), swap=rate)) for rate in rates]
sets = [
    rr.review(model, world, origin=f"swap {rate:g}").sets[f"swap {rate:g}"]
    for rate, world in zip(rates, worlds, strict=True)
]
pd.DataFrame({s.origin: s.figures["auroc"] | {"n": s.figures["n"]} for s in sets}).T.round(3)

# %% [markdown]
# Rewrites of four risky messages by others (`attacks_open.json`): how many stay guarded or above, and how many signs
# stay shown.

# %%
pd.DataFrame(review.attacks).T
