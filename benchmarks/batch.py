"""Batch scoring against yardsticks of the same machine and the same minute: ratios, medians.

Run: ``make bench-batch``, or ``OMP_NUM_THREADS=1 python -m benchmarks.batch --rows 20000`` for a quick look. Prints
Markdown; at the full 200,000 rows also into benchmarks/RESULTS.md (at fewer with ``--write``). The table is made by
`recruitrisk synth` and kept in out/bench. What is compared takes turns in each round. Times are of the wall for what writes
files, of the processor elsewhere. What the library keeps of what it has read is emptied before each round, and workers are
started anew, so a round is what a user sees of a fresh process, whose texts in part repeat themselves; one row tells the time
with no text kept at all. What is fitted beside ours is fitted on 20,000 rows and timed without its fitting.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import numpy as np
import pandas as pd

from recruitrisk.indicators import CATALOGUE, COMPOSITES
from recruitrisk.model.parts import PartTable, add_composites
from recruitrisk.scoring import Scorer, score_file, shipped_model
from recruitrisk.synthetic import write_world
from recruitrisk.text import Matcher, normalise
from recruitrisk.text.kept import Kept

HERE = Path(__file__).parent
FOLDER = HERE.parent / "out" / "bench"
MESSAGE = "Our client, who can't be named, pays $900 for each report on what the committee decides. Do not tell your employer."

_Remembered = type(lru_cache(maxsize=1)(len))

Row = tuple[str, str, str]
"""What, bar, measured."""


def _table(rows: int) -> Path:
    path = FOLDER / f"synth-{rows}.csv"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        write_world(path, rows, seed=8, n_jobs=os.cpu_count() or 1)
    return path


def _seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    began = clock()
    work()
    return clock() - began


def _forget() -> None:
    """Empty what the library kept of texts and short answers, as in a fresh process; its tables and model stay."""
    from joblib.externals.loky import get_reusable_executor

    for one in gc.get_objects():
        if isinstance(one, Kept):
            one.__setstate__(one.__getstate__())
        elif isinstance(one, _Remembered) and one.cache_parameters()["maxsize"] is not None:
            one.cache_clear()  # bounded; tables are not
    get_reusable_executor().shutdown(wait=True)


def _medians(
    rounds: int, works: dict[str, Callable[[], object]], clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """Median seconds of each, taking turns; each begins with nothing kept."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            _forget()
            times[name].append(_seconds(work, clock))
    return {name: statistics.median(found) for name, found in times.items()}


def files(table: Path, rows: int, rounds: int) -> Iterator[Row]:
    """CSV to CSV against pandas, and the messages against TF-IDF and logistic regression."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    out, scorer = str(FOLDER / "out.csv"), Scorer(shipped_model())
    frame = pd.read_csv(table, dtype=str, keep_default_na=False)
    some = frame.head(20_000)
    yardstick = make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), LogisticRegression())
    yardstick.fit(some["message"], some["truth_label"])

    def nothing_kept() -> None:
        Kept.enabled = False
        try:
            score_file(table, out, scorer=scorer, n_jobs=1)
        finally:
            Kept.enabled = True

    found = _medians(
        rounds,
        {
            "pandas": lambda: pd.read_csv(table).to_csv(out, index=False),
            "one": lambda: score_file(table, out, scorer=scorer, n_jobs=1),
            "two": lambda: score_file(table, out, scorer=scorer, n_jobs=2),
            "nothing": nothing_kept,
            "tf-idf": lambda: yardstick.predict(frame["message"]),
        },
    )
    base = found["pandas"]
    yield (
        f"pandas read_csv + to_csv of the same file ({table.stat().st_size / 1e6:.0f} MB)",
        "",
        f"1.00x = {base:.2f} s",
    )
    for name, bar in (("one", "<= 3.0x"), ("two", "<= 1.7x")):
        each = 1e6 * found[name] / rows
        yield (
            f"CSV -> CSV, everything on, {name} worker(s)",
            bar,
            f"{found[name] / base:.2f}x = {found[name]:.2f} s, {each:.0f} us a row",
        )
    each = 1e6 * found["nothing"] / rows
    yield (
        "the same, one worker, with no text kept",
        "",
        f"{found['nothing'] / base:.2f}x = {found['nothing']:.2f} s, {each:.0f} us a row",
    )
    ratio = found["tf-idf"] / found["one"]
    yield (
        "scikit-learn TF-IDF word (1,2) + logistic regression, transform + predict: its time in ours",
        ">= 2x",
        f"{ratio:.2f}x ({found['tf-idf']:.2f} s)",
    )


_CHILD = """
import json, resource, sys, time
from recruitrisk.scoring import Scorer, score_file, shipped_model
import pyarrow.csv, pyarrow.parquet
scorer = Scorer(shipped_model())
scorer.score_one({"message": "Hello"})
def high():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
before, began = high(), time.perf_counter()
score_file(sys.argv[1], sys.argv[2], scorer=scorer, n_jobs=1)
print(json.dumps([time.perf_counter() - began, (high() - before) / 1024]))
"""


def growth(table: Path, rows: int, times: int) -> Iterator[Row]:
    """Time a row and memory when the file is so many times as long."""
    long = FOLDER / f"synth-{rows}x{times}.csv"
    if not long.exists():
        header, rest = table.read_bytes().split(b"\n", 1)
        with long.open("wb") as stream:
            stream.write(header + b"\n")
            for n in range(times):  # the same rows again, under other keys
                stream.write(re.sub(rb"^S8-", b"S8-%d-" % n, rest, flags=re.MULTILINE))
    found = {}
    for name, path in (("short", table), ("long", long)):
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, str(path), str(FOLDER / "out.csv")],
            capture_output=True,
            text=True,
            check=True,
        )
        found[name] = json.loads(done.stdout)
    a, b = 1e6 * found["short"][0] / rows, 1e6 * found["long"][0] / rows / times
    yield (
        f"time a row, {rows:,} -> {rows * times:,} rows (the same ones again, under other keys)",
        "flat within 10 %",
        f"{a:.0f} -> {b:.0f} us ({b / a - 1:+.0%})",
    )
    yield (
        "peak memory above import and model",
        "<= 350 MB",
        f"{found['short'][1]:.0f} -> {found['long'][1]:.0f} MB",
    )


def patterns(messages: list[str], rounds: int) -> Iterator[Row]:
    """The catalogue's patterns, together and one by one."""
    regexes = [p.regex for i in CATALOGUE for p in (*i.patterns, *i.vetoes)]
    matcher, single = Matcher(regexes), [re.compile(r) for r in regexes]
    texts = [normalise(m).text for m in messages]

    def ours(some: list[str]) -> list[set[tuple[int, int, int]]]:
        return [{(h.key, h.start, h.end) for h in matcher.matches(t)} for t in some]

    def theirs(some: list[str]) -> list[set[tuple[int, int, int]]]:
        return [{(k, m.start(), m.end()) for k, r in enumerate(single) for m in r.finditer(t)} for t in some]

    few = texts[:200]
    same = sum(a == b for a, b in zip(ours(few), theirs(few), strict=True))
    found = _medians(rounds, {"ours": lambda: ours(texts), "re": lambda: theirs(few)}, time.process_time)
    a, b = found["ours"] / len(texts), found["re"] / len(few)
    yield (
        f"{len(regexes)} patterns with spans, against `re` one by one",
        ">= 60x",
        f"{b / a:.0f}x ({1e6 * a:.0f} us against {1e6 * b:,.0f} us a message; {same} of {len(few)} with the very same spans)",
    )


def compiled(rounds: int) -> Iterator[Row]:
    """The table of parts against the estimator that it was taken from."""
    from recruitrisk.model.scorecard import KNOTS, AdditiveScorer

    rng = np.random.default_rng(0)
    strengths = rng.random((500, len(CATALOGUE)))
    strengths[rng.random(strengths.shape) < 0.25] = np.nan
    directions = [1 if i.direction == "raises" else -1 for i in CATALOGUE] + [1] * len(COMPOSITES)
    x = add_composites(strengths)
    fitted = AdditiveScorer(directions=tuple(directions)).fit(x, (strengths[:, 3] > 0.5).astype(int))
    table = PartTable(fitted.steps_, fitted.absent_, np.array([*KNOTS, 1.0]), np.inf, -np.inf)
    base = float(np.log(fitted.prior_ / (1 - fitted.prior_)))
    ours = np.array([1 / (1 + np.exp(-(base + table.sum(row).total))) for row in strengths])
    most = float(np.abs(ours - fitted.predict_proba(x)[:, 1]).max())
    found = _medians(
        rounds,
        {
            "ours": lambda: [table.sum(row) for row in strengths],
            "theirs": lambda: [fitted.predict_proba(row[None]) for row in x],
        },
        time.process_time,
    )
    each = 1e6 * found["ours"] / len(x)
    yield (
        "compiled model against `predict_proba` of the fitted one, row by row",
        ">= 30x, <= 1e-12",
        f"{found['theirs'] / found['ours']:.1f}x ({each:.0f} us a row), largest difference {most:.1g}",
    )


def start(rounds: int) -> Iterator[Row]:
    """Processor time of a fresh process that explains one message."""

    def cpu(*args: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *args], input=MESSAGE.encode(), stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    numpy, ours = (
        statistics.median(cpu(*args) for _ in range(rounds))
        for args in (("-c", "import numpy"), ("-m", "recruitrisk.cli", "explain"))
    )
    code = "import sys\nfrom recruitrisk.cli import main\nmain(['explain'])\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], input=MESSAGE.encode(), capture_output=True, check=True
    )
    heavy = [
        name
        for name in ("sklearn", "scipy", "torch", "pandas", "pyarrow")
        if name in done.stderr.decode().split()
    ]
    yield (
        "cold start: `recruitrisk explain` against `python -c 'import numpy'`, processor time",
        "<= 3x; no scikit-learn, scipy, torch",
        f"{ours / numpy:.1f}x ({ours:.2f} s against {numpy:.2f} s); imports of these: {', '.join(heavy) or 'none'}",
    )


def warm(frame: pd.DataFrame) -> Iterator[Row]:
    """One message at a time, and hostile texts."""
    scorer = Scorer(shipped_model())
    rows = [{"message": text} for text in frame["message"]]
    for row in rows[:300]:
        scorer.score_one(row)
    found = [
        _seconds(lambda row=row: scorer.score_one(row), time.process_time) for row in rows[300:800] or rows
    ]  # type: ignore[misc]
    yield (
        "one warm message with reasons (`Scorer.score_one`), median",
        "<= 1 ms",
        f"{1e3 * statistics.median(found):.2f} ms",
    )
    ordinary = "\n".join(frame["message"].head(60))[:20_000]
    hostile = {
        "one letter": "a" * 20_000, "quotation marks": '"' * 20_000, "pay": "$1,000 per report " * 1_100,
        "dots": "a." * 10_000,
        "spaced letters": "p a y " * 3_300, "white space": " \n\t" * 6_600, "marks": "a\u0301\u200b" * 6_600,
        "addresses": "www.a.io/ " * 2_000,
    }  # fmt: skip
    each = {}
    for name, text in {"ordinary": ordinary, **hostile}.items():
        scorer.score_one({"message": text})
        work = {name: lambda t=text: scorer.score_one({"message": t})}  # type: ignore[misc]
        each[name] = _medians(3, work, time.process_time)[name] / len(text.encode())
    worst = max(hostile, key=lambda name: each[name])
    yield (
        "worst text a byte, against ordinary text",
        "<= 3x",
        f"{each[worst] / each['ordinary']:.1f}x ({worst})",
    )


def training() -> Iterator[Row]:
    """The default model from its seed."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "recruitrisk.cli", "train", "-o", str(FOLDER / "model"), "--jobs", "2"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    sums = [
        (Path(p) / "SHA256SUMS").read_text().split()[0][:12]
        for p in (FOLDER / "model", HERE.parent / "models" / "default")
    ]
    yield (
        "training the default model, two processes",
        "<= 180 s, same hash",
        f"{time.perf_counter() - began:.0f} s, {sums[0]} ({'the same' if sums[0] == sums[1] else 'shipped: ' + sums[1]})",
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--times", type=int, default=5, help="how many times as long the long file is")
    parser.add_argument("--train", action="store_true", help="train the model as well (minutes)")
    parser.add_argument("--write", action="store_true", help="write benchmarks/RESULTS.md as well")
    args = parser.parse_args()
    table = _table(args.rows)
    frame = pd.read_csv(table, dtype=str, keep_default_na=False, nrows=3_000)
    parts = [
        lambda: files(table, args.rows, args.rounds), lambda: growth(table, args.rows, args.times),
        lambda: patterns(frame["message"].tolist()[:1_000], args.rounds), lambda: compiled(args.rounds),
        lambda: start(args.rounds), lambda: warm(frame), *([training] if args.train else []),
    ]  # fmt: skip
    versions = ", ".join(
        f"{p} {metadata.version(p)}" for p in ("numpy", "pandas", "pyarrow", "scikit-learn", "google-re2")
    )
    page = io.StringIO()
    print(
        f"# Batch scoring, measured\n\nWritten by `python -m benchmarks.batch --rows {args.rows} --rounds {args.rounds}"
        f"{' --train' if args.train else ''}`. Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f} at the start, {versions}; {args.rows:,} synthetic approaches, medians of {args.rounds} rounds.\n\n"
        "| what | bar | measured |\n|---|---|---|",
        file=page,
    )
    for part in parts:
        for row in part():
            print(f"| {' | '.join(row)} |", file=page)
            print(f"{row[0]}: {row[2]}", file=sys.stderr)
    print(page.getvalue())
    if args.write or args.rows >= 200_000:
        (HERE / "RESULTS.md").write_text(page.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
