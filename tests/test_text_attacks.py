"""Disguised words are read, and what is no disguise stays as it is."""

from __future__ import annotations

import pytest

from recruitrisk.text import normalise

_WHATSAPP = {
    "hidden characters": [
        "What\u200bsApp", "W\xadhats\xadApp", "\u2060Whats\u2060App", "Wh\u180eatsApp", "Wha\ufefftsApp",
        "W\u200dh\u200da\u200dt\u200dsApp", "WhatsA\u034fpp", "What\U000e0041sApp", "What\x00sApp",
        "Whats\u3164App", "Wh\u2063atsApp", "Wha\ufe0ftsApp",
    ],
    "bidirectional controls": [
        "W\u202aha\u202ctsApp", "\u202eppAstahW\u202c", "What\u2066sA\u2069pp",
        "\u200eWhats\u200fApp",
    ],
    "letters of other scripts": [
        "WhаtsАpp", "Wһatsаpp", "ШhatsApp", "ԝһаtѕарр", "Whatѕapp", "Ꮤhatsapp", "ᏔᎻᎪᎢᏚᎪᏢᏢ", "աhatsapp",
        "whαtsαpp", "ꓪhatsapp",
    ],
    "styled letters": [
        "ᴡʜᴀᴛꜱᴀᴘᴘ", "ⓦⓗⓐⓣⓢⓐⓟⓟ", "ⓌⒽⒶⓉⓈⒶⓅⓅ", "🅆🄷🄰🅃🅂🄰🄿🄿", "🆆🅷🅰🆃🆂🅰🅿🅿", "🅦🅗🅐🅣🅢🅐🅟🅟", "𝐖𝐡𝐚𝐭𝐬𝐀𝐩𝐩", "𝓦𝓱𝓪𝓽𝓼𝓐𝓹𝓹",
        "𝕎𝕙𝕒𝕥𝕤𝔸𝕡𝕡", "𝖶𝗁𝖺𝗍𝗌𝖠𝗉𝗉", "𝚆𝚑𝚊𝚝𝚜𝙰𝚙𝚙", "𝔚𝔥𝔞𝔱𝔰𝔄𝔭𝔭", "ＷｈａｔｓＡｐｐ", "🇼🇭🇦🇹🇸🇦🇵🇵", "🇼 🇭 🇦 🇹 🇸 🇦 🇵 🇵",
        "⒲⒣⒜⒯⒮⒜⒫⒫", "🄦hatsapp", "ʷʰᵃᵗˢᵃᵖᵖ",
    ],
    "marks and accents": [
        "W\u0336h\u0336a\u0336t\u0336s\u0336A\u0336p\u0336p\u0336",
        "W\u0353\u033dh\u0353\u033da\u0353\u033dt\u0353\u033ds\u0353\u033da\u0353\u033dp\u0353\u033dp\u0353\u033d",
        "ẂhàtsÀpp", "whätsäpp", "W\u20e3h\u20e3a\u20e3t\u20e3s\u20e3a\u20e3p\u20e3p\u20e3",
        "w\u0332h\u0332a\u0332t\u0332s\u0332a\u0332p\u0332p\u0332",
        "Ẁ\u0301h\u0300\u0301à\u0301t\u0300\u0301s\u0300\u0301à\u0301p\u0300\u0301p\u0300\u0301",
    ],
    "spaced out": [
        "W h a t s A p p", "W.h.a.t.s.A.p.p", "W_h_a_t_s_A_p_p", "W-h-a-t-s-A-p-p", "W/h/a/t/s/A/p/p",
        "W*h*a*t*s*a*p*p", "w,h,a,t,s,a,p,p", "w·h·a·t·s·a·p·p", "w=h=a=t=s=a=p=p", "w~h~a~t~s~a~p~p",
        "w.h a-t_s.a p/p", "W  h  a  t  s  A  p  p", "w h a t s  a p p", "W\nh\na\nt\ns\na\np\np",
        "w.h.4.t.s.4.p.p", "W🔹h🔹a🔹t🔹s🔹a🔹p🔹p",
    ],
    "cut by signs": [
        "Whats🔹App", "Wh🙂ats🙂App", "What*sApp", "What.sApp", "What~s~App", "What-sApp", "whats-app",
        "WHATS_APP", "What|sApp", "Wha/tsApp", "Wh^atsApp",
    ],
    "leet": [
        "wh4ts4pp", "wh@ts@pp", "Wh4tsApp", "wh475app", "what$app",
    ],
    "stretched": [
        "whatsappp", "whaaaatsapp", "whatsaaaapp", "WWWhatsApp",
    ],
    "markup": [
        "What<b>s</b>App", "W<i></i>hatsApp", "<span style=\"x\">W</span>hatsApp", "What<!-- x -->sApp",
        "&#87;hatsApp", "&#x57;hats&#65;pp", "Wh&amp;#97;tsApp", "What&shy;sApp", "What&zwnj;sApp",
        "What\u200b<b>sA</b>pp", "&lt;b&gt;Whats&lt;/b&gt;App",
    ],
}  # fmt: skip
_WORDS = [
    ("T3l3gr4m", "telegram"), ("Tele🔹gram", "telegram"), ("t<b>e</b>legram", "telegram"),
    ("τelegram", "telegram"), ("telegraм", "telegram"), ("ｔｅｌｅｇｒａｍ", "telegram"),
    ("T e l e g r a m n o w", "telegram now"), ("t e l e g r a m  n o w", "telegram now"),
    ("s1gn4l", "signal"), ("ѕignal", "signal"), ("S i g n a l", "signal"), ("v1ber", "viber"),
    ("WeCh@t", "wechat"), ("w e c h a t", "wechat"), ("рroton.mаil", "protonmail"), ("c@sh", "cash"),
    ("сash", "cash"), ("cl34r4nc3", "clearance"), ("clear-ance", "clearance"), ("𝓬𝓵𝓮𝓪𝓻𝓪𝓷𝓬𝓮", "clearance"),
    ("ｃｌｅａｒａｎｃｅ", "clearance"), ("ꮯlearance", "clearance"),
    ("c\u200bl\u200be\u200ba\u200br\u200ba\u200bn\u200bc\u200be", "clearance"), ("p455p0r7", "passport"),
    ("pa$$port", "passport"), ("pass.port", "passport"), ("P.a.s.s.p.o.r.t", "passport"), ("n0", "no"),
    ("y0u", "you"), ("p4y", "pay"), ("рау", "pay"), ("p a y", "pay"), ("1nt3rv13w", "interview"),
    ("p41d", "paid"), ("$ecret", "secret"), ("seeeecret", "secret"), ("sec|ret", "secret"),
    ("sесurе", "secure"), ("ꜱᴇᴄʀᴇᴛ", "secret"), ("ѕ е с r е t", "secret"),
    ("s\u0336e\u0336c\u0336r\u0336e\u0336t\u0336", "secret"), ("t0p s3cr3t", "top secret"),
    ("3mail", "email"), ("c0nf1d3nt14l", "confidential"), ("confi-\ndential", "confidential"),
    ("confiden&shy;tial", "confidential"), ("conﬁdential", "confidential"), ("dіѕсrеtіоn", "discretion"),
    ("d o n o t tell", "do not tell"), ("d.o. .n.o.t tell", "do not tell"), ("ԁο not tеll", "do not tell"),
    ("p a y m e n t", "payment"), ("p-a-y-m-e-n-t", "payment"), ("сrурtо", "crypto"),
    ("b1tc0in", "bitcoin"), ("m0n3y", "money"), ("sa^lary", "salary"), ("pleaaaase", "please"),
    ("re\u200bport", "report"), ("dr@ft", "draft"), ("@nswer", "answer"), ("in_form_ation", "information"),
    ("1nf0rm4t10n", "information"), ("un\\published", "unpublished"), ("unpubl&#105;shed", "unpublished"),
    ("un<!-- x -->published", "unpublished"), ("m i n i s t r y", "ministry"), ("l i n k", "link"),
    ("\u202etsilaiceps\u202c", "specialist"), ("g0v3rnm3nt", "government"), ("r e s e a r c h", "research"),
    ("d\u0336r\u0336a\u0336f\u0336t\u0336s\u0336", "drafts"),
]  # fmt: skip
_SAME = [
    "José", "Zürich", "façade", "naïve", "naïveté", "Łódź", "Nguyễn Thị Minh Khai", "ß Straße", "中文 消息",
    "русский текст", "да нет", "нет", "العربية لغة", "हिन\u094dदी भाषा", "क\u094dष", "日本語のテキスト", "한국어 텍스트",
    "ελληνικό κείμενο", "เพ\u0e37\u0e48อน", "می\u200cخواهم", "哈哈哈", "ههههه", "ооо ромашка", "C++ and C#",
    "F-35", "5G", "B2B", "A4", "U.S.A., e.g., 10.30am", "mail a.b@c.com and jo@b4d.com",
    "https://www.example.com/a-b/c_d?e=f", "www.site.org/p4y", "RTX4090", "MH370", "S3", "COVID-19",
    "#hiring #ai", "ok :-) :D xD", "GB29 NWBK 6016 1331 9268 19", "DE89 3704 0044 0532 0130 00",
    "£2,000.50 and $1.5k", "12/03/2024", "2024-03-12", "J. R. R. Tolkien", "Dr. A. B. C. Smith", "a) b) c)",
    "I, a B & C", "1st 2nd 3rd 4th 20th", "100k", "10am", "5pm", "Q&A", "R&D", "AT&T", "T&Cs", "viii",
    "XIII", "Schifffahrt", "I'll we'll she'd", "and/or", "his/her", "state-of-the-art", "i.e. that",
    "P.S. hi", "C.V. please", "n/a", "x, y, z", "a, b, c, d, e", "vitamin a b c d e f", "mp3", "H1B",
    "B1 C1", "3D", "4K", "24/7", "9-5", "9/11", "1:1", "it's 5 o'clock", "O'Brien", "Jean-Luc",
    "AAA battery", "hahaha", "thanks🙂hope you are well", "🇬🇧 🇫🇷", "🇬🇧🇫🇷🇩🇪", "a → b → c", "I <3 you",
    "x < y and z > w", "salary <max and >min", "résumé", "café", "está aquí", "über", "żółć", "příští",
    "đặng", "tiếng Việt", "español", "coöperate", "jalapeño", "crème brûlée", "Kadıköy", "komutanım",
    "Hello Віктор, how are you", "Dear Агата Власов, hi", "Иван Иванов", "c/o", "m/f/d", "T-shirt", "X-ray",
    "ISO9001", "Office365", "Windows10", "part2", "G7 summit", "A1 level", "MI5 MI6", "k8s", "H2O", "CO2",
    "PS5", "No. 5", "3 x 4", "P/E ratio", "10-K", "U2", "A.I.", "E.U.", "B.V.", "Sp. z o.o.", "S.A.R.L.",
    "Ph.D.", "snake_case", "2+2", "x=y", "key=value", "foo:bar", "hi,there", "one,two", "and...then",
    "OK!!!", "really???", "ha!ha!", "Don't", "@emily_tasks_hr",
]  # fmt: skip
_PLAINER = [
    ("İstanbul", "istanbul"), ("wait—what", "wait-what"), ("“quoted” ‘x’", "\"quoted\" 'x'"),
    ("Don’t", "don't"), ("R&amp;D", "r&d"), ("Jose\u0301", "josé"), ("Nguye\u0302\u0303n", "nguyễn"),
    ("10 m²", "10 m2"), ("first\xa0name", "first name"),
]  # fmt: skip
_ATTACKS = [(raw, "whatsapp") for group in _WHATSAPP.values() for raw in group] + _WORDS


@pytest.mark.parametrize(("raw", "word"), _ATTACKS)
def test_a_disguised_word_is_read(raw: str, word: str) -> None:
    """The word behind the disguise stands in the canonical text, alone."""
    text = normalise(f"then {raw} please").text

    assert text == f"then {word} please"


@pytest.mark.parametrize(("raw", "word"), _ATTACKS)
def test_a_disguised_word_is_quoted_as_written(raw: str, word: str) -> None:
    """The quotation of a word that was read is the exact piece of the message that hides it."""
    whole = f"then {raw} please"
    normal = normalise(whole)

    a, b = normal.raw_span(5, 5 + len(word))

    assert 5 <= a < b <= 5 + len(raw)
    assert normalise(f"then {whole[a:b]} please").text == f"then {word} please" or "\u202e" in raw


@pytest.mark.parametrize("raw", _SAME)
def test_what_is_no_disguise_is_only_lowered(raw: str) -> None:
    """Names, other languages, codes, addresses, lists and signs stay as they are."""
    assert normalise(raw).text == raw.lower()
    assert normalise(f"We met. {raw} It is so.").text == f"we met. {raw.lower()} it is so."


@pytest.mark.parametrize(("raw", "plain"), _PLAINER)
def test_typography_is_made_plain(raw: str, plain: str) -> None:
    """Quotes, dashes, entities and composed letters are read in their plain form."""
    assert normalise(raw).text == plain


def test_the_tables_are_as_large_as_promised() -> None:
    """At least 120 attacks and 80 harmless texts stand here."""
    assert len(set(_ATTACKS)) >= 120
    assert len({*_SAME, *(raw for raw, _ in _PLAINER)}) >= 80


@pytest.mark.parametrize(
    "text",
    [
        "teh reprot is due",
        "wehn can we metting",
        "recieve teh mony",
        "hte porject manger",
        "plese sedn yuor cv",
        "Afte the holliday",
        "vooortaa",
        "cleaarance neded",
        "passpport copi",
    ],
)
def test_misspellings_are_not_made_worse(text: str) -> None:
    """A slip of the keyboard is left to the classifiers as it was typed."""
    assert normalise(text).text == text.lower()
