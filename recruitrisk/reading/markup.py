"""HTML in messages, as InMail and sponsored mail carry it, to plain text. Linear time."""

from __future__ import annotations

import html
import re

__all__ = ["text_of_html"]

_BLOCKS = frozenset("""p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote pre tr table hr""".split())
_INLINE = frozenset(
    """a strong em b i u s span font code small sub sup img td th tbody thead section html body head center
    mark""".split()
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/?>")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0]+")
_BREAKS = re.compile(r"\n{3,}")


def text_of_html(text: str) -> str:
    r"""Give the plain text of a message that is HTML; any other text but for its entities untouched.

    A text is HTML when it holds a tag of HTML; ``a < b``, ``<3`` and ``<me@example.org>``
    are none. Block elements become line breaks, ``li`` a dash, and a link keeps its target
    behind its label. Only entities with a semicolon count, so that addresses with
    ``&copy=1`` in them stay whole.

    Examples
    --------
    >>> text_of_html('<p>Dear&nbsp;Ann,</p><p>see <a href="https://a.example/x">here</a>.</p>')
    'Dear Ann,\nsee here (https://a.example/x).'
    >>> text_of_html("R&amp;D:  a < b <3")
    'R&D:  a < b <3'
    """
    matches = [match for match in _TAG.finditer(text) if match[2].lower() in _BLOCKS | _INLINE]
    if not matches:
        return _unescape(text)
    parts: list[str] = []
    link: tuple[str, int] | None = None  # target, and where its label begins: links don't nest
    place = 0

    def add(piece: str) -> None:
        piece = _SPACES.sub(" ", _unescape(piece))
        if not parts or parts[-1].endswith(("\n", " ")):
            piece = piece.removeprefix(" ")
        if piece:
            parts.append(piece)

    for match in matches:
        add(text[place : match.start()])
        place = match.end()
        closing, name = match[1], match[2].lower()
        if name == "br":
            parts.append("\n")
        elif name in _BLOCKS:
            if parts and not parts[-1].endswith("\n"):
                parts.append("\n")
            if name == "li" and not closing:
                parts.append("- ")
        elif name == "a" and not closing:
            href = _HREF.search(match[3])
            link = next((part for part in href.groups() if part), "") if href else "", len(parts)
        elif name == "a" and link is not None:
            target, label = " ".join(_unescape(link[0]).split()), "".join(parts[link[1] :]).strip()
            if target and target not in (label, f"mailto:{label}"):
                parts.append(f" ({target})" if label else target)
            link = None
    add(text[place:])
    return _BREAKS.sub("\n\n", re.sub(" *\n *", "\n", "".join(parts))).strip()


def _unescape(text: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text
