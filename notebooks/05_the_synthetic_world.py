# %% [markdown]
# # The synthetic world
#
# Everything is learnt from approaches that the library makes up itself. Who is in them, how hard are they, and how do
# they differ from what others wrote? `recruitrisk audit` measures the same at length (`docs/synthetic_world.md`).

# %%
import matplotlib.pyplot as plt
import pandas as pd

import recruitrisk as rr
from recruitrisk.review.audit.likeness import compare
from recruitrisk.review.labelled import independent_set, labelled_world
from recruitrisk.synthetic import SETTINGS

plt.rcParams["figure.dpi"] = 70
world = rr.synthesise(600, seed=3)
made = labelled_world(world)
words = {1: "risky", 0: "genuine", -1: "another harm"}
labels = pd.Series(made.labels).map(words)

# %% [markdown]
# ## Who is in it
# Names, places and firms are drawn with Faker, without looking at the label.

# %%
pd.crosstab(made.groups["name_origin"], labels, normalize="columns").round(3)

# %%
pd.crosstab(made.groups["lang"].replace("", "of several"), labels)

# %%
stories = pd.crosstab(world.frame["truth_story"], labels)
pd.concat(
    [
        stories[name].nlargest(6).rename("approaches").to_frame().assign(of=name)
        for name in ("risky", "genuine", "another harm")
    ]
)

# %% [markdown]
# One that is risky:

# %%
shown = world.frame[
    (world.frame["truth_label"] == "1") & (world.frame["message"].str.len().between(250, 500))
].iloc[0]
print(shown["message"], "\n\nshows:", shown["truth_indicators"])

# %% [markdown]
# ## How hard it is
# Signs that are truly there overlap widely: genuine approaches show some, thinned risky ones few.

# %%
counts = pd.Series((made.truth[:, :29] > 0).sum(axis=1))
figure, axes = plt.subplots(figsize=(7, 3), layout="constrained")
for name, colour in (("genuine", "#33658a"), ("risky", "#b3402a")):
    share = counts[labels == name].value_counts(normalize=True).sort_index()
    axes.plot(share.index, share, "o-", color=colour, label=f"{name} (n = {(labels == name).sum()})")
axes.set(xlabel="raising signs truly shown", ylabel="share", title="synthetic")
axes.legend()
axes.grid(alpha=0.3)

# %% [markdown]
# The dial from textbook to only-combinations-tell, read by the shipped model, which has seen these wordings: the
# figures say how the settings differ, not how good the model is.

# %%
names = ("textbook", "default", "hard", "combinations_only")
reviews = [
    rr.review(data=rr.synthesise(200, seed=8, setting=SETTINGS[name]), origin=name).sets[name]
    for name in names
]
hard = {
    r.origin: r.figures["auroc"] | {"found at 5 %": r.figures["recall_at_5"]["value"], "n": r.figures["n"]}
    for r in reviews
}
pd.DataFrame(hard).T.round(3)

# %% [markdown]
# ## How it differs from the independent set
# Share of approaches that show each sign, by the marks of either set. The independent set is marked by its writers;
# its risky approaches show more signs at once, so it is easier than our world.

# %%
rows = pd.DataFrame(compare(world)).set_index("indicator").dropna().sort_values("risky")
figure, axes = plt.subplots(1, 2, figsize=(10, 6), sharey=True, layout="constrained")
for ax, name in zip(axes, ("risky", "genuine"), strict=True):
    ax.hlines(rows.index, rows[name], rows[f"{name}_independent"], color="#bbb")
    ax.plot(rows[name], rows.index, "o", color="#33658a", label="synthetic (n = 600)")
    ax.plot(rows[f"{name}_independent"], rows.index, "D", color="#e0963b", label="independent (n = 167)")
    ax.set(title=f"{name} approaches", xlabel="share that shows the sign", xlim=(0, 1))
    ax.legend(loc="lower right")
    ax.grid(axis="x", alpha=0.3)

# %%
theirs = independent_set()
lengths = {
    s.origin: [sum(len(m.text) for m in a.messages if m.inbound) for a in s.approaches]
    for s in (made, theirs)
}
pd.DataFrame({name: pd.Series(values).describe() for name, values in lengths.items()}).round(0)
