"""What a model was made of, in a few digits: for its manifest."""

from __future__ import annotations

import hashlib
from importlib import resources
from importlib.resources.abc import Traversable

__all__ = ["generator_version"]


def generator_version() -> str:
    """Fingerprint of the synthetic world: its code and its stock of wordings.

    Returns
    -------
    str
        Twelve hexadecimal digits; another one means another world from the same seed.
    """
    root = resources.files("recruitrisk")
    digest = hashlib.sha256()
    for folder in ("synthetic", "indicators/wordings"):
        for name, file in sorted(_files(root / folder)):
            digest.update(f"{folder}/{name}\n".encode() + file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def _files(folder: Traversable, below: str = "") -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{below}{entry.name}/")
        elif entry.is_file():
            found.append((f"{below}{entry.name}", entry))
    return found
