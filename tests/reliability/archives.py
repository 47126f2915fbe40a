"""Forty archives as an adversary makes them."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable

MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
    "c1,,Eve Example,https://www.linkedin.com/in/eve,Meredith Example,2025-01-02 10:00:00 UTC,,We pay for each report.,INBOX\n"
)
_PLACES = (
    "../evil.csv", "../../../../tmp/evil.csv", "/tmp/evil.csv", "/etc/cron.d/evil", "a/../../evil.csv", "..\\evil.csv",
    "C:\\evil.csv", "C:/evil.csv", "\\\\server\\share\\evil.csv", "//server/share/evil.csv", "a/..\\../evil.csv", "~/../evil.csv",
    "./../evil.csv", "....//....//../evil.csv", "\x1b[2Jevil\x07.csv", "evil\n.csv", "\u202evsc.live", "a" * 5000 + ".csv",
)  # fmt: skip
"""Names that lead outside, or that a terminal would act on."""


def made(
    members: list[tuple[str | zipfile.ZipInfo, bytes]], compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, data in members:
            file.writestr(name, data, compression)
    return out.getvalue()


def _honest() -> bytes:
    return made([("messages.csv", MESSAGES.encode())])


def _bomb(megabytes: int, name: str = "messages.csv") -> bytes:
    """Nothing but one letter, so many times."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        file.open(name, "w", force_zip64=True) as member,
    ):
        member.write(MESSAGES.encode())
        for _ in range(megabytes):
            member.write(b"x" * 2**20)
    return out.getvalue()


def _patched(data: bytes, what: Callable[[bytearray, int, int], None]) -> bytes:
    """Change the local and the central header of the first member."""
    out = bytearray(data)
    what(out, out.index(b"PK\x03\x04"), out.index(b"PK\x01\x02"))
    return bytes(out)


def _put(offset: int, central: int, layout: str, value: int) -> Callable[[bytearray, int, int], None]:
    def change(out: bytearray, local: int, directory: int) -> None:
        struct.pack_into(layout, out, local + offset, value)
        struct.pack_into(layout, out, directory + central, value)

    return change


def _overlapping(copies: int = 40, megabytes: int = 8) -> bytes:
    """Many entries of the directory that point at one member, as in the bomb of D. Fifield."""
    one = _bomb(megabytes, "a.csv")
    at = one.index(b"PK\x01\x02")
    end = one.rindex(b"PK\x05\x06")
    entry = one[at:end]
    entries = b"".join(entry.replace(b"a.csv", f"{i:01x}.csv".encode()[-5:]) for i in range(16))
    entries += entry.replace(b"a.csv", b"b.csv") * (copies - 16)
    entries = entry.replace(b"a.csv", b"m.csv") + entries
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, copies + 1, copies + 1, len(entries), at, 0)
    return one[:at] + entries + tail


def _hidden_overlap() -> bytes:
    """messages.csv and Profile.csv share their bytes."""
    two = made([("messages.csv", MESSAGES.encode()), ("Profile.csv", b"First Name,Last Name\nM,E\n")])
    out = bytearray(two)
    second = out.index(b"PK\x01\x02", out.index(b"PK\x01\x02") + 4)
    struct.pack_into("<L", out, second + 42, 4)
    return bytes(out)


def _link(name: str, target: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def _deep() -> bytes:
    inner = _honest()
    for level in range(20):
        inner = made([(f"level{level}.zip", inner)])
    return inner


def archives() -> dict[str, bytes]:
    """Name -> bytes."""
    honest, text = _honest(), MESSAGES.encode()
    twice = bytearray(made([("messages.csv", text), ("messages.CSV", text)]))
    while (at := twice.find(b"messages.CSV")) >= 0:
        twice[at : at + 12] = b"messages.csv"
    found = {
        "bomb of 300 MB": _bomb(300),
        "bomb of 300 MB beside the messages": made([("messages.csv", text)]) and _bomb(300, "Invitations.csv"),
        "bomb that says it is small": _patched(_bomb(64), _put(22, 24, "<L", 1000)),
        "bomb that says it is huge": _patched(honest, _put(22, 24, "<L", 0xFFFFFFF0)),
        "zip in a zip": made([("export.zip", honest)]),
        "zip in a zip, called messages.csv": made([("messages.csv", honest)]),
        "twenty zips in one another": _deep(),
        "entries that overlap": _overlapping(),
        "messages and profile overlap": _hidden_overlap(),
        "the same name twice": bytes(twice),
        "symbolic link called messages.csv": made([(_link("messages.csv", ""), b"/etc/passwd")]),
        "symbolic link beside": made([(_link("link", ""), b"/etc"), ("link/evil.csv", b"x"), ("messages.csv", text)]),
        "wrong CRC": _patched(honest, _put(14, 16, "<L", 0)),
        "encrypted": _patched(honest, _put(6, 8, "<H", 1)),
        "strongly encrypted": _patched(honest, _put(6, 8, "<H", 0x41)),
        "unknown compression": _patched(honest, _put(8, 10, "<H", 99)),
        "unknown version": _patched(honest, lambda o, a, b: struct.pack_into("<H", o, b + 6, 99)),
        "no directory": honest[: honest.index(b"PK\x01\x02")],
        "cut in the member": honest[:60],
        "cut in the directory": honest[:-30],
        "directory that points behind the end": _patched(honest, lambda o, a, b: struct.pack_into("<L", o, b + 42, 2**31)),
        "local name unlike the directory's": honest.replace(b"messages.csv", b"massages.csv", 1),
        "damaged data": honest[:60] + b"\xff" * 20 + honest[80:],
        "no member": made([]),
        "no messages": made([("other.csv", text)]),
        "folder called messages.csv": made([("messages.csv/", b"")]),
    }  # fmt: skip
    for place in _PLACES:
        found[f"beside messages: {place[:30]!r}"] = made([(place, b"evil\n"), ("messages.csv", text)])
    return found
