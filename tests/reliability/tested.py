"""What code and model a run of the scorecard was of: a fingerprint of their files."""

from __future__ import annotations

import hashlib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def fingerprint() -> str:
    """Twelve digits of SHA-256 over names and bytes of the package and the shipped model."""
    files = [
        *(p for p in (ROOT / "recruitrisk").rglob("*") if p.is_file() and "__pycache__" not in p.parts),
        *(ROOT / "models" / "default" / name for name in ("manifest.json", "arrays.npz")),
    ]
    found = hashlib.sha256()
    for path in sorted(files):
        name = path.relative_to(ROOT).as_posix()
        found.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()[:12]
