"""Sixty files as an adversary, a spreadsheet or an accident makes them, each with what must become of it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

HEAD = "approach_id,sender_name,message\n"
TEXT = "We pay for each report. Write to me on Telegram"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One file.

    Attributes
    ----------
    name : str
    data : bytes
    rows : int or None
        Rows that must be accounted for; None when the file must be refused as a whole.
    rejected : int or None
        How many of them can't be read; None when it does not matter.
    """

    name: str
    data: bytes
    rows: int | None
    rejected: int | None = 0


def _rows(n: int = 3, start: int = 0) -> str:
    return "".join(f"k{i},Eve,{TEXT} {i}.\n" for i in range(start, start + n))


def _table(body: str, head: str = HEAD) -> bytes:
    return (head + body).encode()


def files(widest: int = 900_000) -> list[Hostile]:
    """All of them; the widest field has so many characters."""
    plain = HEAD + _rows()
    quoted = f'k7,Eve,"{TEXT}, said ""she""\nand a second line."\n'
    wide, huge = "x" * widest, "x" * 10_000_000
    f = Hostile
    return [
        f("plain", plain.encode(), 3),
        f("BOM", codecs.BOM_UTF8 + plain.encode(), 3),
        f("two BOMs", codecs.BOM_UTF8 * 2 + plain.encode(), 3),
        f("UTF-16 LE with mark", codecs.BOM_UTF16_LE + plain.encode("utf-16-le"), 3),
        f("UTF-16 BE with mark", codecs.BOM_UTF16_BE + plain.encode("utf-16-be"), 3),
        f("UTF-16 LE without mark", plain.encode("utf-16-le"), 3),
        f("UTF-16 BE without mark", plain.encode("utf-16-be"), 3),
        f("UTF-16 cut within a character", codecs.BOM_UTF16_LE + plain.encode("utf-16-le")[:-1], 3, None),
        f("UTF-16 with half a pair", codecs.BOM_UTF16_LE + plain.encode("utf-16-le") + b"k\0,\0E\0,\0\x00\xd8\n\0", 4, 1),
        f("UTF-32", codecs.BOM_UTF32_LE + plain.encode("utf-32-le"), None),
        f("cp1252", (plain + "k9,Zoë,Grüße – “ja”\n").encode("cp1252"), 4),
        f("cp1252 in one row of UTF-8", (plain + "k9,Zoë,hm\nk10,Zoë,hm\n").encode() + "k11,Zoë,é\n".encode("cp1252"), 6, 1),
        f("no byte of UTF-8", _table(_rows()) + b"k9,\xff\xfe,hm\n" + "kä,ä,ö\nkü,ü,ü\n".encode(), 6, 1),
        f("overlong UTF-8", _table(_rows()) + b"k9,\xc0\xaf,hm\n" + "kä,ä,ö\nkü,ü,ü\n".encode(), 6, 1),
        f("NUL in a field", _table(_rows() + "k9,E\0ve,hm\n"), 4, 1),
        f("NUL in the header", b"approach_id,mess\0age\na,b\n", None),
        f("nothing but NULs", b"\0" * 4096, None),
        f("unclosed quotation mark, last row", _table(_rows() + f'k9,Eve,"{TEXT}\n'), 4, 1),
        f("unclosed quotation mark, first row", _table(f'k9,"Eve,{TEXT}\n' + _rows(20)), 21, 1),
        f("unclosed quotation mark, middle", _table(_rows(50) + f'k99,Eve,"{TEXT}\n' + _rows(50, 50)), 101, 1),
        f("unclosed quotation mark, header", f'approach_id,"message\n{_rows()}'.encode(), None),
        f("three unclosed quotation marks", _table("".join(f'q{i},Eve,"{TEXT}\n' + _rows(5, 9 * i) for i in range(3))), 18, None),
        f("stray quotation mark", _table(_rows() + 'k9,Eve,She said "no" twice\n'), 4),
        f("text behind a closing quotation mark", _table(_rows() + 'k9,"Eve"x,hm\n'), 4, 1),
        f("quotation marks alone", _table(_rows() + '"""","""",""""\n'), 4),
        f("ragged: one row short", _table(_rows() + "k9,Eve\n"), 4, 1),
        f("ragged: one row long", _table(_rows() + "k9,Eve,hm,more\n"), 4, 1),
        f("all rows one field too long", _table("".join(f"k{i},Eve,hm,\n" for i in range(9))), 9, 9),
        f("all rows one field short", _table("".join(f"k{i},Eve\n" for i in range(9))), 9, 9),
        f("duplicate header", b"message,message\na,b\n", None),
        f("two empty names in the header", b",,message\na,b,c\n", None),
        f("one empty name in the header", b"approach_id,,message\na,b,c\n", 1),
        f("two names for the message", b"approach_id,message,body\na,b,c\n", None, None),
        f("duplicate key", _table(_rows() + _rows(1)), 4, 1),
        f("every key the same", _table("".join(f"k,Eve,{TEXT} {i}\n" for i in range(9))), 9, 8),
        f("no key", _table("".join(f",Eve,{TEXT} {i}\n" for i in range(9))), 9),
        f("field of 10 MB", _table(_rows() + f"k9,Eve,{huge}\n" + _rows(1, 10)), 5, 1),
        f("quoted field of 10 MB", _table(_rows() + f'k9,Eve,"{huge}"\n' + _rows(1, 10)), 5, 1),
        f("very wide field", _table(_rows() + f"k9,Eve,{wide}\n" + _rows(1, 10)), 5),
        f("very wide quoted field", _table(_rows() + f'k9,Eve,"{wide}"\n' + _rows(1, 10)), 5),
        f("line of 20 MB", _table(_rows() + f"k9,Eve,{'x' * 20_000_000}\n" + _rows(1, 10)), 5, 1),
        f("embedded newlines", _table(_rows() + quoted + _rows(1, 9)), 5),
        f("5,000 lines in one field", _table('k9,Eve,"' + "a line\n" * 5000 + '"\n' + _rows()), 4),
        f("line ends of Windows", plain.replace("\n", "\r\n").encode(), 3),
        f("line ends of old Macs", plain.replace("\n", "\r").encode(), 3),
        f("mixed line ends", (HEAD + "a,E,x\r\nb,E,y\nc,E,z\rd,E,w\n").encode(), 4),
        f("lone carriage return in a quoted field", _table(_rows() + 'k9,Eve,"a\rb"\n'), 4),
        f("other line ends of Unicode", _table(_rows() + "k9,Eve,a\u2028b\u2029c\x0bd\x0ce\x85f\n"), 4),
        f("no line end at the end", plain.rstrip("\n").encode(), 3),
        f("blank lines", (HEAD + "\n\n" + _rows() + "\n  \n").encode(), 3),
        f("empty", b"", None),
        f("blank", b"\n \n\n", None),
        f("header only", HEAD.encode(), 0),
        f("BOM only", codecs.BOM_UTF8, None),
        f("semicolons", plain.replace(",", ";").encode(), 3),
        f("tabs", plain.replace(",", "\t").encode(), 3),
        f("bars", plain.replace(",", "|").encode(), 3),
        f("wrong delimiter", plain.replace(",", "^").encode(), None, None),
        f("Excel's own hint", ("sep=;\n" + plain.replace(",", ";")).encode(), 3),
        f("ten thousand columns", (",".join(f"c{i}" for i in range(10_000)) + ",message\n" + "," * 10_000 + "hm\n").encode(), 1),
        f("names with control characters", b"approach_id,m\x1b[31m\x07,message\na,b,c\n", 1),
        f("a zip called CSV", b"PK\x03\x04" + b"x" * 99, None),
        f("gzip called CSV", b"\x1f\x8b" + b"x" * 99, None),
        f("workbook called CSV", b"\xd0\xcf\x11\xe0" + b"x" * 99, None),
        f("Parquet cut short", b"PAR1" + b"x" * 99 + b"PAR1", None),
        f("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, None),
        f("all 256 bytes", _table(_rows()) + bytes(b for b in range(256) if b not in (10, 13, 34, 44)) + b",E,m\n", 4, None),
    ]  # fmt: skip
