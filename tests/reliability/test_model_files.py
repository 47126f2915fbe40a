"""Model files: a model that was changed, or made to do harm, is never loaded, and nothing of it is run."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import random
import shutil
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from recruitrisk.errors import ModelError
from recruitrisk.model import load_model
from tests.reliability.conftest import Tally
from tests.reliability.forge import ROOT, Forge, one_line

SHIPPED = ROOT / "models" / "default"
FILES = ("arrays.npz", "manifest.json", "SHA256SUMS")
MOST = 512  # MiB


class _Harm:
    """What a pickle would run."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch harm-was-done",)


@cache
def _arrays() -> dict[str, np.ndarray]:
    with np.load(SHIPPED / "arrays.npz", allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def _packed(arrays: dict[str, np.ndarray], **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, array in arrays.items():
            piece = io.BytesIO()
            np.lib.format.write_array(piece, array, allow_pickle=True)
            file.writestr(f"{name}.npy", piece.getvalue())
        for name, data in more.items():
            file.writestr(f"{name}.npy", data)
    return out.getvalue()


def _header(shape: str, kind: str = "'<f8'") -> bytes:
    text = f"{{'descr': {kind}, 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text


def _bomb(megabytes: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("steps.npy", "w", force_zip64=True) as member,
    ):
        member.write(_header(f"({megabytes * 2**17},)"))
        for _ in range(megabytes):
            member.write(bytes(2**20))
    return out.getvalue()


def _signed(folder: Path, blob: bytes, manifest: object = None) -> None:
    """Write a model whose hashes all fit: made by one who knows the format."""
    given = json.loads((SHIPPED / "manifest.json").read_text("utf-8")) if manifest is None else manifest
    if isinstance(given, dict) and manifest is None:
        given["files"] = {"arrays.npz": {"sha256": hashlib.sha256(blob).hexdigest(), "bytes": len(blob)}}
    text = given if isinstance(given, bytes) else json.dumps(given).encode()
    _written(folder, blob, text)


def _written(folder: Path, blob: bytes, text: bytes) -> None:
    (folder / "arrays.npz").write_bytes(blob)
    (folder / "manifest.json").write_bytes(text)
    sums = "".join(
        f"{hashlib.sha256(d).hexdigest()}  {n}\n" for n, d in (("arrays.npz", blob), ("manifest.json", text))
    )
    (folder / "SHA256SUMS").write_text(sums)


def _changed(**arrays: np.ndarray) -> Callable[[Path], None]:
    return lambda folder: _signed(folder, _packed({**_arrays(), **arrays}))


def _without(*names: str) -> Callable[[Path], None]:
    return lambda folder: _signed(folder, _packed({k: v for k, v in _arrays().items() if k not in names}))


def _manifest(change: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        given = json.loads((SHIPPED / "manifest.json").read_text("utf-8"))
        change(given)
        _signed(folder, (SHIPPED / "arrays.npz").read_bytes(), given)

    return write


def _copied(change: Callable[[Path], object]) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        for name in FILES:
            shutil.copy(SHIPPED / name, folder / name)
        change(folder)

    return write


def _replaced_by(name: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).unlink()
        make(folder / name)

    return _copied(change)


def _nested(folder: Path) -> None:
    _written(
        folder,
        (SHIPPED / "arrays.npz").read_bytes(),
        b'{"format": 2, "a": ' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    )


def _miscounted() -> bytes:
    """The first check sum of the directory is not that of the data."""
    blob = bytearray((SHIPPED / "arrays.npz").read_bytes())
    at = blob.index(b"PK\x01\x02") + 16
    blob[at : at + 4] = bytes(b ^ 0xFF for b in blob[at : at + 4])
    return bytes(blob)


def _foreign(folder: Path) -> None:
    """Hashes of a model do not stand for another's files."""
    (folder / "arrays.npz").write_bytes(_packed(_arrays()))
    for name in FILES[1:]:
        shutil.copy(SHIPPED / name, folder / name)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "empty folder": lambda folder: None,
    "no hashes": _copied(lambda folder: (folder / "SHA256SUMS").unlink()),
    "no arrays": _copied(lambda folder: (folder / "arrays.npz").unlink()),
    "no manifest": _copied(lambda folder: (folder / "manifest.json").unlink()),
    "empty arrays": _copied(lambda folder: (folder / "arrays.npz").write_bytes(b"")),
    "empty manifest": _copied(lambda folder: (folder / "manifest.json").write_bytes(b"")),
    "empty hashes": _copied(lambda folder: (folder / "SHA256SUMS").write_bytes(b"")),
    "arrays of another model": _foreign,
    "a line more in the hashes": _copied(
        lambda folder: (folder / "SHA256SUMS").write_bytes((SHIPPED / "SHA256SUMS").read_bytes() + b"0  x\n")
    ),
    "arrays are a pickle": lambda folder: _signed(folder, pickle.dumps(_Harm())),
    "arrays hold a pickle": lambda folder: _signed(
        folder, _packed({**_arrays(), "steps": np.array([_Harm()], dtype=object)})
    ),
    "one array more, a pickle": lambda folder: _signed(
        folder, _packed({**_arrays(), "zz": np.array([_Harm()], dtype=object)})
    ),
    "manifest is a pickle": lambda folder: _written(
        folder, (SHIPPED / "arrays.npz").read_bytes(), pickle.dumps(_Harm())
    ),
    "header of an array that is code": lambda folder: _signed(
        folder, _packed(_arrays(), extra=_header("__import__('os').system('touch harm-was-done')"))
    ),
    "array of a million billion numbers": lambda folder: _signed(
        folder, _packed({k: v for k, v in _arrays().items() if k != "steps"}, steps=_header("(10**15,)".replace("10**15", "1" + "0" * 15)))
    ),
    "array that unpacks to 600 MB": lambda folder: _signed(folder, _bomb(600)),
    "arrays that are text": _changed(steps=np.array(["a", "b"])),
    "array of another shape": _changed(steps=np.zeros((3, 3))),
    "array with NaN": lambda folder: _signed(folder, _packed({**_arrays(), "grid": np.full_like(_arrays()["grid"], np.nan)})),
    "array with infinity": lambda folder: _signed(folder, _packed({**_arrays(), "steps": np.full_like(_arrays()["steps"], np.inf)})),
    "grid that falls": lambda folder: _signed(folder, _packed({**_arrays(), "grid": _arrays()["grid"][::-1]})),
    "one array missing": _without("limits"),
    "all arrays missing": lambda folder: _signed(folder, _packed({})),
    "arrays cut short": lambda folder: _signed(folder, (SHIPPED / "arrays.npz").read_bytes()[:-9000]),
    "arrays with a wrong CRC": lambda folder: _signed(folder, _miscounted()),
    "manifest is a list": lambda folder: _signed(folder, (SHIPPED / "arrays.npz").read_bytes(), [1]),
    "manifest nested 200,000 deep": _nested,
    "manifest in UTF-16": lambda folder: _signed(folder, (SHIPPED / "arrays.npz").read_bytes(), "{}".encode("utf-16")),
    "another format": _manifest(lambda given: given.update(format=99)),
    "another catalogue": _manifest(lambda given: given.update(catalogue="0")),
    "other parts": _manifest(lambda given: given.update(parts=[])),
    "indicators in another order": _manifest(lambda given: given.update(indicators=given["indicators"][::-1])),  # type: ignore[index]
    "no name": _manifest(lambda given: given.pop("name")),
    "name that is no text": _manifest(lambda given: given.update(name=["default"])),
    "arrays are a folder": _replaced_by("arrays.npz", Path.mkdir),
    "arrays are a pipe": _replaced_by("arrays.npz", os.mkfifo),
    "arrays are endless": _replaced_by("arrays.npz", lambda path: path.symlink_to("/dev/zero")),
    "hashes are endless": _replaced_by("SHA256SUMS", lambda path: path.symlink_to("/dev/zero")),
    "manifest is a link into nothing": _replaced_by("manifest.json", lambda path: path.symlink_to("/none")),
    "manifest is a link to itself": _replaced_by("manifest.json", lambda path: path.symlink_to(path)),
}  # fmt: skip
"""What stands there -> how it is made."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_folder_is_refused(name: str, forge: Forge, tmp_path: Path, tally: Tally) -> None:
    """Exit code 4 and one line; no pickle opened, no process started, no file made, no more than 512 MiB."""
    tally.of("Model files").count()
    folder = tmp_path / "model"
    folder.mkdir()
    HOSTILE[name](folder)
    (tmp_path / "text.txt").write_text("We pay for each report.")

    ran = forge.run("explain", "text.txt", "--model", "model", cwd=tmp_path, audit=True, timeout=30)

    assert ran.code == 4, (ran.code, ran.err[-500:])
    assert one_line(ran), ran.err
    assert ran.audit == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["model", "text.txt"]
    assert ran.peak <= MOST, f"{ran.peak:.0f} MiB"


def test_there_are_thirty_hostile_folders(tally: Tally) -> None:
    """The list is as long as promised."""
    tally.of("Model files")

    assert len(HOSTILE) >= 30


def test_a_folder_made_in_the_same_way_loads(tmp_path: Path, tally: Tally) -> None:
    """What the hostile ones are made with makes a good one: they are refused for what was done to them."""
    tally.of("Model files")
    _signed(tmp_path, _packed(_arrays()))

    assert load_model(tmp_path).name == "default"


def test_no_flipped_byte_is_loaded(tmp_path: Path, long: bool, tally: Tally) -> None:
    """One byte changed, anywhere in any of the three files: never loaded."""
    for name in FILES:
        shutil.copy(SHIPPED / name, tmp_path / name)
    rng = random.Random(7)
    flips = 1_000 if long else 60
    for number in range(flips):
        path = tmp_path / FILES[number % 3]
        with path.open("r+b") as file:
            at = rng.randrange(path.stat().st_size)
            file.seek(at)
            old = file.read(1)[0]
            file.seek(at)
            file.write(bytes([old ^ (1 << rng.randrange(8))]))
        with pytest.raises(ModelError):
            load_model(tmp_path)
        with path.open("r+b") as file:
            file.seek(at)
            file.write(bytes([old]))
    tally.of("Model files").count(flips)
    assert load_model(tmp_path).name == "default"
