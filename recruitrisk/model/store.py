"""Models on disk: JSON and arrays, no pickle, every byte pinned by SHA-256.

``models/<name>/``::

    SHA256SUMS      hashes of the two others, as ``sha256sum -c`` reads them; checked before anything is parsed
    manifest.json   format, versions, catalogue fingerprint, settings, figures, SHA-256 and size of the arrays
    arrays.npz      all numbers, loaded with allow_pickle=False
    card.md, .html  what was measured of it (`recruitrisk.review.card`); not pinned and never read

Hashes guard against damage and mix-ups, not against one who rewrites all three files.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
import zlib
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitrisk.errors import ModelError
from recruitrisk.evidence import Detector, SentenceMeaning, StrengthHeads
from recruitrisk.indicators import ids
from recruitrisk.indicators import version as catalogue_version
from recruitrisk.model.checking import check_arrays, read_bounded, unpack
from recruitrisk.model.parts import PART_IDS, PartTable
from recruitrisk.model.reach import Reach
from recruitrisk.model.risk_model import RiskModel
from recruitrisk.parameters import check_kind, check_path

__all__ = ["FORMAT", "load_model", "save_model"]

FORMAT = 2
_ARRAYS = "arrays.npz"
_MANIFEST = "manifest.json"
_SUMS = "SHA256SUMS"
_MOST_TEXT = 16 << 20
_DAMAGE = (
    KeyError, ValueError, IndexError, TypeError, AttributeError, EOFError, NotImplementedError, RuntimeError, MemoryError,
    SyntaxError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
_AGAIN = "train it again with 'recruitrisk train', or install the release that it belongs to"


def _packed(arrays: dict[str, NDArray[Any]]) -> bytes:
    """A .npz whose bytes depend on the numbers alone (fixed times and order); not compressed, so that it loads fast."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name in sorted(arrays):
            array = io.BytesIO()
            np.lib.format.write_array(array, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(2025, 11, 18, 0, 0, 0))
            file.writestr(entry, array.getvalue())
    return out.getvalue()


def _sums(digests: dict[str, str]) -> bytes:
    """What ``SHA256SUMS`` must hold, to the byte."""
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items()).encode()


def save_model(model: RiskModel, folder: str | os.PathLike[str]) -> Path:
    """Write a model; the folder appears under its name only when whole.

    Parameters
    ----------
    model : RiskModel
    folder : path
        ``models/<name>``; what stands there is replaced.

    Returns
    -------
    Path
        The folder.
    """
    check_kind("model", model, RiskModel, "a RiskModel")
    check_path("folder", folder, "the path of a folder")
    table = model.table
    arrays: dict[str, NDArray[Any]] = {
        **model.detector.meaning.arrays(), **model.detector.heads.arrays(), "steps": table.steps, "absent": table.absent,
        "knots": table.knots, "limits": np.array([table.cap, table.floor]), "spread": model.spread, "grid": model.grid,
        "grid_low": model.grid_low, "grid_high": model.grid_high, "edges": np.array(model.edges), "missing": np.array(model.missing),
    }  # fmt: skip
    if model.reach is not None:
        arrays.update(
            reach_centre=model.reach.centre, reach_whitening=model.reach.whitening, reach_limit=np.array([model.reach.limit])
        )  # fmt: skip
    blob = _packed(arrays)
    manifest = {
        **model.manifest,
        "format": FORMAT,
        "name": model.name,
        "catalogue": catalogue_version(),
        "indicators": list(ids()),
        "parts": list(PART_IDS),
        "files": {_ARRAYS: {"sha256": hashlib.sha256(blob).hexdigest(), "bytes": len(blob)}},
    }
    text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    files = {_ARRAYS: blob, _MANIFEST: text.encode("utf-8")}
    sums = _sums({name: hashlib.sha256(data).hexdigest() for name, data in files.items()})
    for name, data in {**files, _SUMS: sums}.items():
        part = target / f".{name}.part"
        part.write_bytes(data)
        os.replace(part, target / name)
    return target


def _shipped(name: str) -> Path:
    """Folder of a shipped model: inside of the installed package, or in the source tree."""
    packaged = Path(str(resources.files("recruitrisk"))) / "models" / name
    return (
        packaged if packaged.is_dir() else Path(str(resources.files("recruitrisk"))).parent / "models" / name
    )


def load_model(model: str | os.PathLike[str] = "default") -> RiskModel:
    """Load a model, after checking it against its manifest.

    Parameters
    ----------
    model : str or path
        Name of a shipped model, or a folder.

    Returns
    -------
    RiskModel

    Raises
    ------
    ModelError
        No such model, a file that is damaged or of another format, or a model made for another catalogue.
    """
    check_path("model", model, "the name or the folder of a model")
    folder = Path(model)
    if not folder.is_dir():
        folder = _shipped(str(model))
    if not folder.is_dir():
        raise ModelError(
            f"there is no model {str(model)!r}; give the name of a shipped model (default) or a folder made by 'recruitrisk train'"
        )
    try:
        text, blob = read_bounded(folder / _MANIFEST, _MOST_TEXT), read_bounded(folder / _ARRAYS)
        sums = read_bounded(folder / _SUMS, _MOST_TEXT) if (folder / _SUMS).exists() else None
        digests = {
            name: hashlib.sha256(data).hexdigest() for name, data in ((_ARRAYS, blob), (_MANIFEST, text))
        }
        if sums is not None and sums != _sums(digests):
            raise ModelError(
                f"{folder}: the SHA-256 of a file is not the one in {_SUMS}; a file is damaged or changed; {_AGAIN}"
            )
        manifest = json.loads(text)
    except (OSError, ValueError, RecursionError) as problem:
        raise ModelError(
            f"{folder}: the model can't be read ({problem}); train or install it again"
        ) from None
    _check(folder, manifest, digests[_ARRAYS], len(blob), pinned=sums is not None)
    try:
        return _made(manifest, blob)
    except _DAMAGE as problem:
        raise ModelError(
            f"{folder}: the model is not whole ({problem!r}); train or install it again"
        ) from None


def _made(manifest: Any, blob: bytes) -> RiskModel:
    arrays = unpack(blob)
    check_arrays(arrays, len(PART_IDS), len(ids()))
    cap, floor = arrays["limits"].tolist()
    edges = arrays["edges"].tolist()
    return RiskModel(
        Detector(
            SentenceMeaning.from_arrays(arrays, ids()),
            StrengthHeads(arrays["heads_coef"], arrays["heads_intercept"]),
        ),
        PartTable(arrays["steps"], arrays["absent"], arrays["knots"], cap, floor),
        arrays["spread"],
        arrays["grid"],
        arrays["grid_low"],
        arrays["grid_high"],
        (edges[0], edges[1], edges[2]),
        manifest,
        manifest["name"],
        Reach(arrays["reach_centre"], arrays["reach_whitening"], float(arrays["reach_limit"][0])),
        (float(arrays["missing"][0]), float(arrays["missing"][1])),
    )


def _check(folder: Path, manifest: Any, digest: str, size: int, *, pinned: bool) -> None:
    again, catalogue = _AGAIN, catalogue_version()
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ModelError(f"{folder}: this is not a model of format {FORMAT}; {again}")
    if not pinned:
        raise ModelError(f"{folder}: {_SUMS} is missing, so nothing can be checked; {again}")
    files = manifest.get("files")
    expected = files.get(_ARRAYS) if isinstance(files, dict) else None
    found = {"sha256": digest, "bytes": size}
    if expected != found:
        raise ModelError(
            f"{folder / _ARRAYS}: its SHA-256 is not the one in the manifest; the file is damaged or changed; {again}"
        )
    if not isinstance(manifest.get("name"), str) or not manifest["name"].isprintable():
        raise ModelError(f"{folder}: the manifest gives no name that can be shown; {again}")
    own = manifest.get("catalogue") == catalogue
    if own and manifest.get("indicators") != list(ids()):
        raise ModelError(f"{folder}: made for the indicators in another order than this library has; {again}")
    if own and manifest.get("parts") != list(PART_IDS):
        raise ModelError(
            f"{folder}: made for other parts of the sum (composites) than this library has; {again}"
        )
    if manifest.get("catalogue") != catalogue:
        raise ModelError(
            f"{folder}: made for catalogue {manifest.get('catalogue')}, this library has {catalogue}; {again}"
        )
