"""What must be true of a model's files before anything in them is used: bounded, plain numbers, of fitting shapes.

Hashes guard against damage; these checks hold against who rewrites the hashes as well. Such a model can still score
wrongly (whose numbers they are is a matter of trust), but it runs no code, takes no memory without bounds and fails in a clear way.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["check_arrays", "read_bounded", "unpack"]

MOST_BYTES = 200 << 20
"""Largest file, and largest sum of what the arrays unpack to."""

_SHAPES: dict[str, tuple[str | int, ...]] = {
    "steps": ("parts", "steps"), "absent": ("parts",), "spread": ("parts",),
    "grid": ("grid",), "grid_low": ("grid",), "grid_high": ("grid",),
    "limits": (2,), "edges": (3,), "missing": (2,),
    "heads_coef": ("indicators", "inputs"), "heads_intercept": ("indicators",),
    "meaning_keys": ("grams",), "meaning_idf": ("grams",), "meaning_weights": ("grams", "columns"),
    "meaning_scale": ("columns",), "meaning_intercept": ("columns",),
    "reach_centre": ("indicators",), "reach_whitening": ("indicators", "indicators"), "reach_limit": (1,),
}  # fmt: skip
"""Array -> its dimensions; a name stands for the same length everywhere. Arrays that are not listed may have any."""
_RISING = ("knots", "grid", "edges")


def read_bounded(path: Path, most: int = MOST_BYTES) -> bytes:
    """Read a file that is one, up to `most` bytes.

    Raises
    ------
    OSError
        It can't be opened.
    ValueError
        It is a pipe, a device, a folder, or too large.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise ValueError(f"{path.name} is no regular file")
        if state.st_size > most:
            raise ValueError(f"{path.name} is larger than {most:,} bytes")
        return file.read(most)


def unpack(blob: bytes) -> dict[str, NDArray[Any]]:
    """The arrays of a ``.npz``, each looked at before room is made for it.

    Raises
    ------
    ValueError, KeyError, EOFError, zipfile.BadZipFile
        It is damaged, holds anything but plain numbers, or unpacks to more than `MOST_BYTES`.
    """
    with zipfile.ZipFile(io.BytesIO(blob)) as file:
        members = file.infolist()
        if sum(info.file_size for info in members) > MOST_BYTES:
            raise ValueError(f"the arrays unpack to more than {MOST_BYTES:,} bytes")
        return {
            info.filename.removesuffix(".npy"): _array(file.read(info), info.filename) for info in members
        }


def _array(data: bytes, name: str) -> NDArray[Any]:
    stream = io.BytesIO(data)
    version = np.lib.format.read_magic(stream)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, kind = read(stream)
    size = kind.itemsize
    for length in shape:
        size *= length
    if kind.kind not in "fiub" or size != len(data) - stream.tell():
        raise ValueError(f"{name} holds something other than the numbers that it says")
    stream.seek(0)
    return np.asarray(np.lib.format.read_array(stream, allow_pickle=False))


def check_arrays(arrays: dict[str, NDArray[Any]], parts: int, indicators: int) -> None:
    """Check that shapes fit together and that all numbers are finite.

    Raises
    ------
    ValueError
        Names the array.
    """
    known: dict[str, int] = {"parts": parts, "indicators": indicators}
    for name, array in arrays.items():
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise ValueError(f"{name} holds numbers that are not finite")
        if name in _RISING and (array.ndim != 1 or (np.diff(array) < 0).any()):
            raise ValueError(f"{name} does not rise")
        if name not in _SHAPES:
            continue
        expected = _SHAPES[name]
        lengths = [
            want if isinstance(want, int) else known.setdefault(want, found)
            for want, found in zip(expected, array.shape, strict=False)
        ]
        if array.ndim != len(expected) or list(array.shape) != lengths:
            raise ValueError(f"{name} has shape {array.shape}, which does not fit the others")
