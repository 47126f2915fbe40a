"""The floors of the library hold: imports point down, importing is light, nothing is printed."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import recruitrisk as rr

ROOT = Path(rr.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))

FLOORS = {
    "version": 0, "errors": 0, "approach": 0,
    "indicators": 1, "parameters": 1, "places": 1,
    "text": 2, "market": 2, "reading": 2,
    "evidence": 3, "synthetic": 3, "registers": 3,
    "model": 4,
    "scoring": 5, "review": 5,
    "cli": 6,
    "__main__": 7, "": 7,
}  # fmt: skip
"""Package or module -> its floor (DESIGN section 3); the last is the root, ``recruitrisk`` itself."""

HEAVY = ("sklearn", "torch", "matplotlib", "faker", "duckdb")
"""What neither importing nor scoring one message may load."""
OFFLINE = ("socket", "ssl", "http", "urllib.request", "urllib3", "requests", "ftplib", "smtplib", "asyncio")
"""No network, ever."""
UNSAFE = ("pickle", "cPickle", "dill", "cloudpickle", "marshal", "shelve")


def _name(path: Path) -> str:
    return ".".join(("recruitrisk", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")


def imported(source: str, module: str, package: bool = False) -> Iterator[tuple[str, int]]:
    """Every module that `source` imports, also inside of functions, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            parts = module.split(".") if package else module.split(".")[:-1]
            base = ".".join(parts[: len(parts) - node.level + 1]) if node.level else ""
            whole = ".".join(x for x in (base, node.module or "") if x)
            if whole == "recruitrisk":  # from recruitrisk import indicators
                for alias in node.names:
                    yield f"recruitrisk.{alias.name}" if alias.name in FLOORS else whole, node.lineno
            else:
                yield whole, node.lineno


def part_of(module: str) -> str:
    """The package or module of the floor plan that `module` belongs to."""
    return [*module.split("."), ""][1]


def upward(source: str, module: str, package: bool = False) -> list[str]:
    """Imports of `source` that do not point down."""
    own = part_of(module)
    return [
        f"{module}:{line} (floor {FLOORS[own]}) imports {other} (floor {FLOORS[part_of(other)]})"
        for other, line in imported(source, module, package)
        if other.split(".")[0] == "recruitrisk"
        and part_of(other) != own
        and FLOORS[part_of(other)] >= FLOORS[own]
    ]


def test_every_module_has_a_floor() -> None:
    """Every package and module of the library stands in the floor plan, and nothing else does."""
    found = {part_of(_name(path)) for path in MODULES}

    assert found == set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_point_down(path: Path) -> None:
    """A module imports from its own package and from lower floors only, also inside of functions."""
    wrong = upward(path.read_text("utf-8"), _name(path), path.name == "__init__.py")

    assert wrong == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("recruitrisk.evidence.x", "from recruitrisk.synthetic import scenes"),
        ("recruitrisk.synthetic.x", "def f():\n    import recruitrisk.evidence.thread"),
        ("recruitrisk.scoring.x", "from recruitrisk import review"),
        ("recruitrisk.review.x", "from ..scoring import files"),
        ("recruitrisk.text.x", "if True:\n    from recruitrisk.cli import main"),
        ("recruitrisk.model.x", "from recruitrisk import score"),
        ("recruitrisk.errors", "from . import approach"),
    ],
)
def test_upward_import_is_seen(module: str, source: str) -> None:
    """The check of floors finds an import that points up or sideways, however it is written."""
    assert len(upward(source, module)) == 1


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_network_and_no_pickle(path: Path) -> None:
    """No module imports what talks to a network or unpickles."""
    found = [name for name, _ in imported(path.read_text("utf-8"), _name(path))]

    assert [n for n in found for bad in (*OFFLINE, *UNSAFE) if n == bad or n.startswith(f"{bad}.")] == []


def _loaded(code: str) -> set[str]:
    script = f"{code}\nimport json, sys\nsys.stderr.write(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    return set(json.loads(done.stderr))


def test_import_is_light() -> None:
    """Importing recruitrisk loads no heavy library and none of its own floors above the contract."""
    loaded = _loaded("import recruitrisk")

    assert loaded & {*HEAVY, "numpy", "pandas", "recruitrisk.indicators", "recruitrisk.model"} == set()


def test_scoring_one_message_is_light() -> None:
    """Scoring one message in a fresh process loads neither scikit-learn nor torch, matplotlib or Faker, and prints nothing."""
    loaded = _loaded(
        "import recruitrisk as rr\n"
        "cells = rr.Scorer().score_one({'message': 'We pay for a note on what the committee decides; tell nobody.'})\n"
        "assert 0 < cells['risk'] < 1"
    )

    assert loaded & set(HEAVY) == set()
    assert "recruitrisk.model" in loaded


def test_explaining_one_message_is_light(tmp_path: Path) -> None:
    """`recruitrisk explain` of a file loads no data frames either: it is what starts anew for every message."""
    (tmp_path / "message.txt").write_text("We pay for a note on what the committee decides; tell nobody.")

    loaded = _loaded(
        "import contextlib, io\n"
        "from recruitrisk.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()) as shown:\n"
        f"    assert main(['explain', {str(tmp_path / 'message.txt')!r}]) == 0\n"
        "assert 'Risk' in shown.getvalue()"
    )

    assert loaded & {*HEAVY, "pandas", "pyarrow", "scipy"} == set()


def test_importing_changes_nothing_in_the_process() -> None:
    """Importing every public name leaves warning filters, log handlers, the locale and the environment as they were."""
    code = """
import warnings, logging, locale, os
def state():
    return [*map(repr, warnings.filters)], [*logging.getLogger().handlers], logging.getLogger().level, locale.setlocale(locale.LC_ALL), dict(os.environ)
import numpy, scipy, pandas, sklearn, sklearn.pipeline, joblib, faker, pyarrow, pyarrow.parquet
before = state()
import recruitrisk as rr
for name in rr.__all__:
    getattr(rr, name)
assert state() == before, (before, state())
"""
    assert "recruitrisk.scoring" in _loaded(code)


@pytest.mark.parametrize("name", rr.__all__)
def test_public_name_is_there(name: str) -> None:
    """Every name of the top level's `__all__` can be taken from it."""
    assert getattr(rr, name) is not None
    assert name in dir(rr)


def test_unknown_public_name() -> None:
    """A name that is not there is an AttributeError that names it."""
    with pytest.raises(AttributeError, match="'scoer'"):
        rr.scoer  # noqa: B018


def _prints(tree: ast.AST) -> list[int]:
    """Lines that print, but in the ``main`` of a maintenance script."""
    scripts = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == "_main"]
    exempt = {id(n) for script in scripts for n in ast.walk(script)}
    return [
        n.lineno
        for n in ast.walk(tree)
        if isinstance(n, ast.Call)
        and isinstance(n.func, ast.Name)
        and n.func.id in ("print", "pprint", "input")
        and id(n) not in exempt
    ]


@pytest.mark.parametrize("path", [p for p in MODULES if part_of(_name(p)) != "cli"], ids=_name)
def test_no_print_in_the_library(path: Path) -> None:
    """Only the command line prints."""
    assert _prints(ast.parse(path.read_text("utf-8"))) == []


def test_work_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    """Making a world, scoring and explaining write nothing to standard output or error."""
    made = rr.synthesise(3, seed=2)
    rr.score(made.frame, made.messages)
    rr.explain("Our client pays $900 for each report.").as_text()

    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("path", [p for p in MODULES if p.stat().st_size], ids=_name)
def test_public_is_declared(path: Path) -> None:
    """Every module says in `__all__` what is public, and all of it is there."""
    tree = ast.parse(path.read_text("utf-8"))
    declared = [
        n for n in tree.body if isinstance(n, ast.Assign | ast.AnnAssign) and "__all__" in ast.dump(n)
    ]

    assert len(declared) == 1, "no __all__"
