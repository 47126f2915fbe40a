"""Size of a report of many approaches, and the seconds that it takes to write, open, sort, search and open a row.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.report [N]`` (5,000 by default, some three minutes on one core; needs Chromium, which
is driven headless as in the tests; prints Markdown for docs/benchmarks/report.md). The approaches are synthetic and all
different. Times in the browser are medians of 5 and of the clock: other work on the machine counts.
"""

from __future__ import annotations

import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from chromium import Chromium, chromium_path

from recruitrisk.model import load_model
from recruitrisk.reading import approaches_from_frame
from recruitrisk.review.report import write_report
from recruitrisk.synthetic import synthesise
from recruitrisk.version import __version__

N, RUNS, BASE_RATE, SEED = 5000, 5, 0.01, 99

DRAWN = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))"
STEPS = {
    "open all fifty rows of a page": "document.querySelector('#open-all').click()",
    "sort by another column": "document.querySelector('th[data-key=from] button').click()",
    "leave a band out": "document.querySelector('input[data-band=\"3\"]').click()",
    "search the text of all messages, the first time": (
        "(() => { const q = document.querySelector('#q'); q.value = 'report client'; q.dispatchEvent(new Event('input')); })()"
    ),
    "search again": (
        "(() => { const q = document.querySelector('#q'); q.value = 'budget paper'; q.dispatchEvent(new Event('input')); })()"
    ),
}
"""What a reader does, in this order, each as the page is left by the one before; typing waits 120 ms of itself."""


def clocked(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    path = chromium_path()
    if path is None:
        sys.exit("no Chromium here: apt-get install -y chromium")
    n = int(sys.argv[1]) if len(sys.argv) > 1 else N
    world = synthesise(n, seed=SEED)
    model = load_model()
    approaches, _ = approaches_from_frame(world.frame, world.messages)
    assessed = [(a, model.assess(a, BASE_RATE), at) for at, a in enumerate(approaches, 1)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        start = time.process_time()
        write_report(assessed, file, base_rate=BASE_RATE, model=model)
        writing = time.process_time() - start
        size = file.stat().st_size
        opening: list[float] = []
        steps: dict[str, list[float]] = {name: [] for name in STEPS}
        with Chromium(path) as browser:
            version = browser.send("Browser.getVersion")["product"].split("/")[-1].split(".")[0]
            for _ in range(RUNS):
                opening.append(browser.open(file))
                for name, script in STEPS.items():
                    wait = "new Promise(done => setTimeout(done, 125))" if "#q" in script else "0"
                    steps[name].append(
                        clocked(lambda todo=(script, wait, DRAWN): [browser.run(each) for each in todo])
                    )  # type: ignore[misc]
            problems = browser.problems
    messages = sum(len(a.messages) for a in approaches)
    print(
        f"recruitrisk {__version__}, Python {platform.python_version()}, {platform.machine()}, Chromium {version}; {n:,} different "
        f"synthetic approaches with {messages:,} messages, masked; medians of {RUNS}; {len(problems)} console errors\n"
    )
    print("| what | figure |\n|---|---|")
    print(f"| size of the file | {size / 1e6:.1f} MB |")
    print(f"| writing it, of the processor | {writing:.0f} s ({1000 * writing / n:.1f} ms an approach) |")
    print(f"| opening it, until the first rows are drawn | {statistics.median(opening):.2f} s |")
    for name, found in steps.items():
        print(f"| {name} | {statistics.median(found):.2f} s |")


if __name__ == "__main__":
    main()
