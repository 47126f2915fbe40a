"""Runs the sources and writes the notebooks with their outputs; run by ``make notebooks``.

Nothing of the machine stays in them: no times, no paths, no versions of the kernel.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient

__all__ = ["SOURCES", "read_source", "run_source"]

FOLDER = Path(__file__).parent
SOURCES = sorted(FOLDER.glob("0*.py"))
_SECONDS = 600
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_LONG = 2000


def read_source(source: Path) -> Any:
    """A source as a notebook without outputs, its cells numbered."""
    notebook = jupytext.read(source, fmt="py:percent")
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number:02d}"
        cell.metadata = {}
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def run_source(source: Path) -> Any:
    """The notebook of a source with the outputs of a fresh run from its own folder.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        A cell fails.
    """
    notebook = read_source(source)
    NotebookClient(notebook, timeout=_SECONDS, resources={"metadata": {"path": str(source.parent)}}).execute()
    notebook.metadata = read_source(source).metadata
    for cell in notebook.cells:
        cell.metadata = {}
        for output in cell.get("outputs", ()):
            if output["output_type"] in ("display_data", "execute_result"):
                output.metadata = {}
                _clean(output.data)
    return notebook


def _clean(data: Any) -> None:
    """Take out addresses in memory, and the plain form of what is shown as HTML where that is long."""
    plain = _ADDRESS.sub("", data.get("text/plain", ""))
    if "text/plain" in data:
        data["text/plain"] = plain
    if "text/html" in data and len(plain) > _LONG:
        del data["text/plain"]


def _main() -> None:
    chosen = [s for s in SOURCES if not sys.argv[1:] or s.stem in sys.argv[1:]]
    for source in chosen:
        text = nbformat.writes(run_source(source), version=4)
        source.with_suffix(".ipynb").write_text(text.rstrip("\n") + "\n", encoding="utf-8")
        print(f"{source.stem}: {len(text) / 1000:,.0f} kB")


if __name__ == "__main__":
    _main()
