"""Scores that must stay the same to 1e-9 in every supported version of what the library stands on.

Run: ``python -m tests.reliability.golden --write`` after the model was trained again or a score changed on purpose (an entry under
``Scores`` in the changelog belongs to it); ``python -m tests.reliability.golden`` checks the versions at hand against the file.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("golden.json")
ROOT = Path(__file__).parents[2]
ROWS = 120
NUMBERS = ("risk", "low", "high", "coverage", "total")


def model_hash() -> str:
    """Which model the scores are of."""
    return hashlib.sha256((ROOT / "models" / "default" / "SHA256SUMS").read_bytes()).hexdigest()


def scores() -> dict[str, Any]:
    """Scores of the shipped sample, in full precision."""
    from recruitrisk.model import load_model, shown_ids
    from recruitrisk.reading import read_approaches

    folder = ROOT / "data" / "synthetic"
    batch = read_approaches(folder / "sample.csv", messages=folder / "sample.messages.csv")
    model = load_model()
    rows = {}
    for approach in batch.approaches()[:ROWS]:
        a = model.assess(approach, 0.01)
        numbers = [a.risk, a.low, a.high, a.coverage, a.sum.total]
        rows[approach.approach_id] = [*map(float, numbers), a.band, " ".join(shown_ids(a))]
    return {"model": model_hash(), "rows": rows}


def differences(known: dict[str, Any], found: dict[str, Any], bound: float = 1e-9) -> list[str]:
    """Rows that differ by more than the bound, or in band or signs."""
    out = []
    if known["rows"].keys() != found["rows"].keys():
        out.append("other rows")
    for key, row in known["rows"].items():
        other = found["rows"].get(key)
        if other is None:
            continue
        far = [n for n, a, b in zip(NUMBERS, row, other, strict=False) if abs(a - b) > bound]
        if far or row[5:] != other[5:]:
            out.append(f"{key}: {far or row[5:]} {row} {other}")
    return out


def main() -> int:
    """Write or check."""
    import numpy
    import pandas
    import sklearn

    found = scores()
    if "--write" in sys.argv:
        FILE.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", "utf-8")
        return 0
    against = next((Path(a) for a in sys.argv[1:] if not a.startswith("-")), FILE)
    wrong = differences(json.loads(against.read_text("utf-8")), found)
    python = ".".join(map(str, sys.version_info[:3]))
    print(f"Python {python}, numpy {numpy.__version__}, pandas {pandas.__version__}, scikit-learn {sklearn.__version__}: "
          f"{len(found['rows'])} rows, {len(wrong)} differ")  # fmt: skip
    print("\n".join(wrong[:5]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
