"""Supply: what is installed with the library is pinned by hash, permissively licensed, counted, and has no known vulnerability."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

from tests.reliability.conftest import Tally
from tests.reliability.forge import ROOT

LOCK = ROOT / "requirements.hashed.lock"
PERMISSIVE = re.compile(
    r"\b(?:MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL-2\.0|Mozilla Public License 2\.0|Zlib|CC0|0BSD|HPND|Unlicense|BSL-1\.0)\b", re.I
)  # fmt: skip
COPYLEFT = re.compile(r"\b(?:A?GPL|LGPL|GNU)\b", re.I)


def runtime() -> dict[str, Distribution]:
    """Every distribution that `pip install recruitrisk` brings, by name."""
    given = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    todo, found = [Requirement(spec) for spec in given], {}
    while todo:
        need = todo.pop()
        name = re.sub(r"[-_.]+", "-", need.name).lower()
        if name in found or (
            need.marker and not need.marker.evaluate({**default_environment(), "extra": ""})
        ):
            continue
        try:
            found[name] = distribution(need.name)
        except PackageNotFoundError:
            pytest.fail(f"{need.name} is not installed")
        todo += [Requirement(spec) for spec in found[name].requires or ()]
    return found


def licence(found: Distribution) -> str:
    """What a distribution says of its licence: expression, classifiers, field."""
    meta = found.metadata
    said = [
        meta.get("License-Expression") or "",
        *(c for c in meta.get_all("Classifier") or () if c.startswith("License")),
    ]
    return "; ".join(s for s in said if s) or (meta.get("License") or "").split("\n")[0]


def locked() -> dict[str, tuple[str, list[str]]]:
    """Name -> version and hashes, of the lock with hashes."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", LOCK.read_text("utf-8").replace("\\\n", " "))
    found = {}
    for entry in entries:
        match = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", entry)
        if match:
            found[match[1].lower()] = (match[2], re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
    return found


def test_every_file_of_the_lock_is_hashed(tally: Tally) -> None:
    """The lock with hashes holds every runtime distribution, each with a version and at least one SHA-256, as in the lock without."""
    tally.of("Supply")
    found = locked()
    plain = dict(
        re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.M)
    )

    tally.count(len(found))
    assert [name for name, (_, hashes) in found.items() if not hashes] == []
    assert sorted(set(runtime()) - set(found)) == []
    assert {n: v for n, (v, _) in found.items() if plain.get(n, v) != v} == {}


def test_licences_are_permissive(tally: Tally) -> None:
    """Every runtime distribution is under a permissive licence; none is copyleft."""
    tally.of("Supply")
    said = {name: licence(found) for name, found in runtime().items()}

    tally.count(len(said))
    tally.note(
        "licences: "
        + ", ".join(
            f"{n} ({s.split(';')[0].removeprefix('License :: OSI Approved :: ')})"
            for n, s in sorted(said.items())
        )
    )
    assert {n: s for n, s in said.items() if not PERMISSIVE.search(s)} == {}
    assert {n: s for n, s in said.items() if COPYLEFT.search(s)} == {}


def test_size_is_stated(tally: Tally) -> None:
    """How many distributions are brought, and how large they are; no more than 40 and 700 MB."""
    tally.of("Supply").count()
    sizes = {}
    for name, found in runtime().items():
        paths = [Path(str(found.locate_file(f))) for f in found.files or ()]
        sizes[name] = sum(p.stat().st_size for p in paths if p.is_file() and "__pycache__" not in p.parts)
    own = sum(
        p.stat().st_size
        for part in ("recruitrisk", "models")
        for p in (ROOT / part).rglob("*")
        if p.is_file() and p.suffix != ".pyc"
    )
    total = sum(sizes.values())
    top = ", ".join(f"{n} {s / 1e6:.0f} MB" for n, s in sorted(sizes.items(), key=lambda kv: -kv[1])[:5])
    tally.note(
        f"{len(sizes)} distributions, {total / 1e6:.0f} MB installed (largest: {top}); recruitrisk itself {own / 1e6:.0f} MB"
    )

    assert len(sizes) <= 40
    assert total <= 700e6


def test_no_known_vulnerability(long: bool, tally: Tally, tmp_path: Path) -> None:
    """pip-audit over the lock with hashes knows of no vulnerability; skipped where its database can't be reached."""
    tally.of("Supply")
    if not long:
        pytest.skip("the audit asks a database over the network: in the long form")
    here = tmp_path / "audit"
    made = subprocess.run([sys.executable, "-m", "venv", here], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    python = here / "bin" / "python"
    done = subprocess.run(
        [python, "-m", "pip", "install", "-q", "pip-audit"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(
            f"pip-audit can't be installed here: {(done.stderr.strip().splitlines() or ['?'])[-1][:120]}"
        )
    ran = subprocess.run(
        [python, "-m", "pip_audit", "-r", LOCK, "--require-hashes", "--disable-pip", "-f", "json", "--timeout", "10"],
        capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    if not ran.stdout.startswith("{"):
        pytest.skip(
            f"the database of vulnerabilities can't be reached from here: {(ran.stderr.strip().splitlines() or ['?'])[-1][:160]}"
        )
    found = json.loads(ran.stdout)["dependencies"]
    if unknown := [d for d in found if "skip_reason" in d]:
        pytest.skip(
            f"the database of vulnerabilities tells nothing of {len(unknown)} of {len(found)} here: {unknown[0]['skip_reason'][:120]}"
        )
    tally.count(len(found))
    assert {d["name"]: [v["id"] for v in d.get("vulns", ())] for d in found if d.get("vulns")} == {}
