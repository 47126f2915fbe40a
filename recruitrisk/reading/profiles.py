"""Tables of profiles, joined on the address of the sender's profile."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import lru_cache
from typing import Any, cast
from urllib.parse import unquote

import pandas as pd

from recruitrisk.errors import ReadError
from recruitrisk.reading.aliases import PROFILE_ALIASES, squash, told_names
from recruitrisk.reading.decoding import first_bytes
from recruitrisk.reading.records import Reject
from recruitrisk.reading.sources import Source, known_names, name_of, open_stream, open_table
from recruitrisk.reading.values import is_missing, text_of

__all__ = ["Profiles", "normalise_profile_url", "read_profiles"]

_URL_KEYS = (*PROFILE_ALIASES["sender_profile_url"], "senderprofileurl", "publicidentifier")
_LISTS = {
    "positions_listed": ("experience", "experiences", "positions"),
    "recommendations": ("recommendations",),
    "connections": ("connections",),
}
_CELL_OF_LIST = re.compile(r"(experiences?|positions)[/.](\d+)[/.]", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PLACE = re.compile(r"(/(?:in|pub|company|school)/[^/]+)/[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
_SALES = re.compile(r"/sales/(?:lead|people|profile)/([^,/]+)")


@lru_cache(maxsize=4096)
def normalise_profile_url(url: str) -> str:
    """Reduce the address of a profile to what tells it from others; empty if it is none.

    Scheme, ``www.`` and locale subdomains, query, fragment, a locale behind the name and
    trailing slashes go; percent-encoding is undone; case and Unicode form are folded.

    Examples
    --------
    >>> normalise_profile_url("http://uk.linkedin.com/in/Jane-D%C3%B6e/?trk=abc")
    'linkedin.com/in/jane-döe'
    >>> normalise_profile_url("www.linkedin.com/in/jane/de") == normalise_profile_url("https://linkedin.com/in/jane/")
    True
    """
    bare = _SCHEME.sub("", url.strip(), count=1)
    bare = bare.split("?", 1)[0].split("#", 1)[0]
    host, _, path = bare.partition("/")
    host = host.casefold().rpartition("@")[2].partition(":")[0]
    if host == "linkedin.com" or host.endswith(".linkedin.com"):
        host = "linkedin.com"
    host = host.removeprefix("www.")
    path = unicodedata.normalize("NFC", unquote(path)).casefold()
    path = re.sub(r"/{2,}", "/", f"/{path}").rstrip("/")
    if match := _SALES.match(path):
        path = f"/sales/lead/{match[1]}"
    elif match := _PLACE.fullmatch(path):
        path = match[1]
    return f"{host}{path}" if "." in host and path else ""


def _address(key: str, value: object) -> str:
    text = text_of(value)
    if key == "publicidentifier" and "/" not in text:
        text = f"linkedin.com/in/{text.strip()}"
    return normalise_profile_url(text)


def _flat(profile: Mapping[str, Any], prefix: str = "") -> dict[str, object]:
    """Flatten nested objects; of lists keep the length and, under 0, the first element."""
    flat: dict[str, object] = {}
    for name, value in profile.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping):
            flat.update(_flat(value, f"{key}/"))
        elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
            flat[f"{key}#"] = float(len(value))
            if value and isinstance(value[0], Mapping):
                flat.update(_flat(value[0], f"{key}/0/"))
            elif value:
                flat[key] = value[0]
        else:
            flat[key] = value
    return flat


def _lengths(flat: Mapping[str, object]) -> dict[str, float]:
    """Lengths of lists: of JSON directly, of flattened CSV by the highest number that is filled."""
    lengths = {squash(key): float(cast(float, value)) for key, value in flat.items() if key.endswith("#")}
    for key, value in flat.items():
        if (match := _CELL_OF_LIST.match(key)) and not is_missing(value):
            name = match[1].casefold()
            lengths[name] = max(lengths.get(name, 0.0), int(match[2]) + 1.0)
    return lengths


def _current_company(profile: Mapping[str, Any]) -> object:
    """Give the employer of the first position without an end, as Proxycurl and Apify list them."""
    for position in profile.get("experiences") or profile.get("experience") or ():
        if isinstance(position, Mapping) and is_missing(_end(position)):
            return position.get("company") or position.get("companyName")
    return None


def _end(position: Mapping[str, Any]) -> object:
    end = position.get("ends_at", position.get("endDate"))
    if isinstance(end, Mapping):
        end = end.get("text") or end.get("year")
    return None if isinstance(end, str) and end.strip().casefold() == "present" else end


def _fields(profile: Mapping[str, Any]) -> tuple[dict[str, object], list[str]]:
    """Our fields of one profile, and the addresses it is known by."""
    flat = _flat(profile)
    squashed: dict[str, object] = {}
    for key, value in flat.items():
        if not key.endswith("#") and not is_missing(value):
            squashed.setdefault(squash(key), value)
    addresses = [_address(key, squashed[key]) for key in _URL_KEYS if key in squashed]
    found: dict[str, object] = {}
    for our, aliases in PROFILE_ALIASES.items():
        match = next((key for key in (squash(our), *aliases) if key in squashed), None)
        if match is not None and our != "sender_profile_url":
            found[our] = squashed[match]
    lengths = _lengths(flat)
    for our, names in _LISTS.items():
        length = next((lengths[name] for name in names if name in lengths), None)
        if length is not None and (our not in found or (our != "connections" and names[0] in lengths)):
            found[our] = length
    if "company" not in found and not is_missing(company := _current_company(profile)):
        found["company"] = company
    if "sender_name" not in found:
        parts = [text_of(squashed[key]) for key in ("firstname", "lastname") if key in squashed]
        if parts:
            found["sender_name"] = " ".join(parts)
    if "has_photo" in found and isinstance(found["has_photo"], str) and "/" in found["has_photo"]:
        found["has_photo"] = "yes"
    return {our: text_of(value) for our, value in found.items()}, [key for key in addresses if key]


class Profiles:
    """Profiles by the normalised address of their page.

    Attributes
    ----------
    file : str
    rejects : list of Reject
        Rows that could not be read or have no address.
    read : int
    """

    def __init__(self, file: str) -> None:
        self.file, self.rejects, self.read = file, list[Reject](), 0
        self._by_address: dict[str, dict[str, object]] = {}

    def add(self, profile: Mapping[str, Any], line: int) -> None:
        """Add one profile; of two with one address the first stands, the second fills gaps."""
        self.read += 1
        found, addresses = _fields(profile)
        if not addresses:
            self.read -= 1
            shown = "; ".join(text_of(value) for value in profile.values() if not is_missing(value))
            self.refuse(line, "no address of a profile", shown)
            return
        known = next((self._by_address[key] for key in addresses if key in self._by_address), {})
        for our, value in found.items():
            known.setdefault(our, value)
        for key in addresses:
            self._by_address.setdefault(key, known)

    def refuse(self, line: int, reason: str, raw: str) -> None:
        """Count a profile that could not be read."""
        self.read += 1
        self.rejects.append(Reject(self.file, line, None, reason, raw[:2000], "profiles"))

    def __len__(self) -> int:
        return len({id(profile) for profile in self._by_address.values()})

    def find(self, url: object) -> Mapping[str, object]:
        """Give the fields of the profile at an address, empty when there is none."""
        return {} if is_missing(url) else self._by_address.get(normalise_profile_url(text_of(url)), {})

    def join(self, urls: Sequence[object]) -> pd.DataFrame:
        """Give a frame under our names, one row for each address, None where unknown."""
        rows = [self.find(url) for url in urls]
        names = [our for our in PROFILE_ALIASES if any(our in row for row in rows)]
        return pd.DataFrame({our: pd.Series([row.get(our) for row in rows], dtype=object) for our in names},
                            index=pd.RangeIndex(len(rows)))  # fmt: skip


def _objects(text: str, file: str) -> Iterator[tuple[int, object]]:
    """Profiles of a JSON file (a list, one object, an object that holds a list) or of JSON lines."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise ReadError(f"is not JSON: {error.msg}", file=file, line=error.lineno) from error
        for line, part in enumerate(text.split("\n"), 1):
            if part.strip():
                try:
                    yield line, json.loads(part)
                except ValueError:
                    yield line, part
        return
    if isinstance(whole, dict):
        lists = (whole[key] for key in ("profiles", "results", "items", "data") if key in whole)
        whole = next((found for found in lists if isinstance(found, list)), [whole])
    yield from enumerate(whole if isinstance(whole, list) else [whole], 1)


def read_profiles(source: Source) -> Profiles:
    """Read a table of profiles: CSV, Parquet, JSON, JSON lines or a data frame.

    PhantomBuster, Proxycurl and Apify exports are known by their names; others by the
    names of the data contract and their common spellings.

    Parameters
    ----------
    source : path, binary stream or DataFrame

    Raises
    ------
    ReadError
        When it can't be read, or has no column with the address of a profile.
    """
    profiles = Profiles(name_of(source))
    with ExitStack() as stack:
        if not isinstance(source, pd.DataFrame):
            stream = open_stream(source, stack)
            start, stream = first_bytes(stream, 64)
            if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
                try:
                    text = stream.read().decode("utf-8-sig")
                    for line, item in _objects(text, profiles.file):
                        if isinstance(item, Mapping):
                            profiles.add(item, line)
                        else:
                            profiles.refuse(line, "not a JSON object", str(item))
                except (UnicodeDecodeError, RecursionError) as error:
                    raise ReadError(f"is not JSON in UTF-8: {error}", file=profiles.file) from error
                return profiles
            source = stream
        table = stack.enter_context(open_table(source, known=known_names(PROFILE_ALIASES), table="profiles"))
        table.file = profiles.file
        if not any(squash(name) in _URL_KEYS for name in table.header):
            raise ReadError(
                "no column with the address of a profile (sender_profile_url, profileUrl, ...); the "
                f"columns are: {told_names(table.header, table.file)}",
                file=profiles.file,
                line=1,
            )
        rejects: list[Reject] = []
        for line, row in table.rows(rejects):
            profiles.add(dict(zip(table.header, row, strict=True)), line)
        profiles.read += len(rejects)
        profiles.rejects += rejects
    return profiles


def open_profiles(source: Source | Profiles | None) -> Profiles | None:
    """Read a table of profiles unless that is done, or there is none."""
    return source if source is None or isinstance(source, Profiles) else read_profiles(source)
