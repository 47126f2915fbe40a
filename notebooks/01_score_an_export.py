# %% [markdown]
# # Score an export
#
# From a LinkedIn zip and from a CSV to a triage list, and one approach explained. The letters are made up by
# `rr.synthesise`; put your own file in their place. A score is about **an approach, never a verdict on a person**; it
# starts a human look.

# %%
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

import recruitrisk as rr
from recruitrisk.review.statements import STATEMENTS

plt.rcParams["figure.dpi"] = 70
folder = Path(tempfile.mkdtemp())
world = rr.synthesise(80, seed=7)
rr.write_linkedin_export((world.frame, world.messages), folder / "export.zip", year=2026)

# %% [markdown]
# ## From the zip
# What could not be read would be listed with file, line and reason: what came in is what was used, skipped and
# rejected.

# %%
batch = rr.read_linkedin_export(folder / "export.zip")
batch.counts, batch.message_counts

# %% [markdown]
# The **base rate** is the share of approaches in *your* stream that are of the playbook. You state it; 1 % is the
# default.

# %%
scored = rr.score(batch, base_rate=0.01)
triage = scored.sort_values("risk", ascending=False, ignore_index=True)
triage[["risk", "risk_low", "risk_high", "risk_band", "risk_style", "risk_indicators", "risk_coverage"]].head(
    8
)

# %%
scored["risk_band"].value_counts()

# %% [markdown]
# ## From a CSV
# A table may hold what an export does not: the sender's account, the firm, the offer. Here are the same approaches
# with these columns.

# %%
world.frame.to_csv(folder / "approaches.csv", index=False)
world.messages.to_csv(folder / "messages.csv", index=False)
table = rr.read_approaches(folder / "approaches.csv", messages=folder / "messages.csv")
full = rr.score(table, base_rate=0.01)
pd.DataFrame(
    {
        "messages alone": scored["risk_band"].value_counts(),
        "with profile, firm and offer": full["risk_band"].value_counts(),
    }
).fillna(0).astype(int)

# %% [markdown]
# The highest twelve with their 80 % intervals. Where little was seen the interval is wide.

# %%
top = full.sort_values("risk", ascending=False).head(12).iloc[::-1]
figure, axes = plt.subplots(figsize=(7, 3.6), layout="constrained")
axes.hlines(top["approach_id"], top["risk_low"], top["risk_high"], color="#b3402a", alpha=0.4, linewidth=4)
axes.plot(top["risk"], top["approach_id"], "o", color="#b3402a")
axes.set(xlim=(0, 1), xlabel="risk at a base rate of 1 % (bars: 80 % intervals)", title="synthetic, n = 80")
axes.grid(axis="x", alpha=0.3)

# %% [markdown]
# ## How many can you look at?
# A team's capacity gives the line to draw.

# %%
rr.threshold_for(capacity=20, per="week", volume=1000).text

# %% [markdown]
# ## One approach, explained
# The reasons are parts of the very sum that gives the risk: they add up.

# %%
approach = table.approaches()[int(full["risk"].idxmax())]
rr.explain(approach, base_rate=0.01)

# %%
print("\n".join(f"{s.title}: {s.text}" for s in STATEMENTS))
