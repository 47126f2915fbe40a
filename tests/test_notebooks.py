"""Promises of the notebooks: they run from clean, show what their sources say, use the public library alone, and are light."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import os
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

_FOLDER = Path(__file__).parents[1] / "notebooks"
SOURCES = sorted(_FOLDER.glob("0*.py"))
_MOST_LINES = 60
_MOST_BYTES = 400_000


def _jupyter() -> ModuleType:
    """The module that builds the notebooks. Only where Jupyter is not installed it can't be had; under CI that is a failure."""
    missing = [
        m
        for m in ("jupytext", "nbclient", "nbformat", "ipykernel", "matplotlib")
        if importlib.util.find_spec(m) is None
    ]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}")
    spec = importlib.util.spec_from_file_location("notebooks_build", _FOLDER / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _committed(source: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(source.with_suffix(".ipynb").read_text("utf-8"))
    return read


def _code(source: Path) -> list[str]:
    return ["".join(c["source"]) for c in _committed(source)["cells"] if c["cell_type"] == "code"]


def _tree(source: Path) -> ast.Module:
    return ast.parse(source.read_text("utf-8"))


def test_there_are_six() -> None:
    """Six notebooks, each with its source beside it."""
    assert len(SOURCES) == 6
    assert [s.with_suffix(".ipynb") for s in SOURCES] == sorted(_FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_runs_from_clean(source: Path) -> None:
    """The source runs in a fresh kernel without an error or a warning, and each cell shows the kinds of output that are committed."""
    build = _jupyter()

    ran = build.run_source(source)

    assert all(o.get("name") != "stderr" for c in ran.cells for o in c.get("outputs", ()))
    fresh = [
        [(o["output_type"], *sorted(o.get("data", ()))) for o in c["outputs"]]
        for c in ran.cells
        if c.cell_type == "code"
    ]
    kept = [
        [(o["output_type"], *sorted(o.get("data", ()))) for o in c["outputs"]]
        for c in _committed(source)["cells"]
        if c["cell_type"] == "code"
    ]
    assert fresh == kept


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_is_paired(source: Path) -> None:
    """The notebook holds the very cells of its source, numbered."""
    build = _jupyter()

    theirs = [(c["id"], c["cell_type"], "".join(c["source"])) for c in _committed(source)["cells"]]

    assert theirs == [(c.id, c.cell_type, c.source) for c in build.read_source(source).cells]


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_defines_nothing(source: Path) -> None:
    """No function, class or lambda is defined in a notebook."""
    found = [
        type(n).__name__
        for n in ast.walk(_tree(source))
        if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda)
    ]

    assert found == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_is_short(source: Path) -> None:
    """At most 60 lines of code."""
    lines = [
        line
        for cell in _code(source)
        for line in cell.splitlines()
        if line.strip() and not line.lstrip().startswith("#")
    ]

    assert len(lines) <= _MOST_LINES


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_uses_what_is_public(source: Path) -> None:
    """Of the library only names of an `__all__` are imported, and no attribute that begins with an underscore is used."""
    for node in ast.walk(_tree(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("recruitrisk"):
            public = importlib.import_module(node.module or "").__all__
            assert [a.name for a in node.names if a.name not in public] == []
        if isinstance(node, ast.Attribute):
            assert not node.attr.startswith("_"), node.attr
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "rr":
            assert node.attr in importlib.import_module("recruitrisk").__all__


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_ran_in_order_without_error(source: Path) -> None:
    """The committed outputs are of one run from the first cell to the last, without an error or a warning."""
    cells = [c for c in _committed(source)["cells"] if c["cell_type"] == "code"]

    assert [c["execution_count"] for c in cells] == list(range(1, len(cells) + 1))
    kinds = {o["output_type"] for c in cells for o in c["outputs"]}
    assert kinds <= {"stream", "execute_result", "display_data"}
    assert all(o["name"] == "stdout" for c in cells for o in c["outputs"] if o["output_type"] == "stream")


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_tells_nothing_of_the_machine(source: Path) -> None:
    """No path, time of execution, version of the kernel or address in memory stays in the file."""
    notebook = _committed(source)
    text = source.with_suffix(".ipynb").read_text("utf-8")

    assert notebook["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"},
    }  # fmt: skip
    assert all(c["metadata"] == {} for c in notebook["cells"])
    assert all(o.get("metadata", {}) == {} for c in notebook["cells"] for o in c.get("outputs", ()))
    pictures = re.sub(r'"image/png": "[^"]*"', "", text)
    assert (
        re.findall(
            r"(?<![\w.<])/(?:home|root|tmp|work|usr|Users|var|opt)/|[A-Z]:\\\\|0x[0-9a-f]{6,}|site-packages",
            pictures,
        )
        == []
    )


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_is_light(source: Path) -> None:
    """A notebook is below 400 kB."""
    assert source.with_suffix(".ipynb").stat().st_size < _MOST_BYTES


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_quotes_no_evaluation_text(source: Path) -> None:
    """No run of eight words of a notebook stands in an evaluation text."""
    from recruitrisk.review.conversations import read_conversations
    from recruitrisk.review.labelled import independent_path

    text = re.sub(r'"image/png": "[^"]*"', "", source.with_suffix(".ipynb").read_text("utf-8"))
    ours = _runs(re.sub(r"<[^>]*>|\\n", " ", text))
    theirs = set().union(*(_runs(m[2]) for c in read_conversations(independent_path()) for m in c.messages))

    assert ours & theirs == set()


def _runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}
