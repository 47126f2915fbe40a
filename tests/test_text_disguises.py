"""Each way to hide a word that the benchmark of attacks found, and the innocent texts next to it."""

from __future__ import annotations

import pytest

from recruitrisk.text import normalise

_HIDDEN = {
    "Greek capitals": [
        ("Ηello, we met", "hello, we met"), ("Υou and Υour file", "you and your file"), ("Νothing was said", "nothing was said"),
        ("see ΝΟΤΗΙΝG here", "see nothing here"), ("&#919;ello there", "hello there"), ("Η\u200bello there", "hello there"),
        ("add ΗΙS number", "add his number"),
    ],
    "short words of another script": [
        ("they ѕау it is so", "they say it is so"), ("he һаѕ two files", "he has two files"), ("ѕіх pages", "six pages"),
        ("you мау call", "you may call"), ("this is рау", "this is pay"), ("and ѕһе called", "and she called"),
    ],
    "accents on every letter": [
        ("send ẗḧë file to us", "send the file to us"), ("ýóúŕ pages", "your pages"), ("ẃíĺĺ you come", "will you come"),
        ("w\u0308e\u0308 w\u0308i\u0308l\u0308l\u0308 p\u0308a\u0308y\u0308 a\u0308n\u0308d\u0308 c\u0308a\u0308l\u0308l\u0308", "we will pay and call"),
        ("ẗḧë änd för ẅïẗḧ ÿöü", "the and for with you"), ("thé fóŕ ýóú ẃíth", "the for you with"), ("the tŕíĺóǵúé", "the trilogue"),
    ],
    "spelt out": [
        ("send t h e file", "send the file"), ("a.n.d we pay", "and we pay"), ("you a-n-d me", "you and me"),
        ("y*o*u know", "you know"), ("it is f_o_r us", "it is for us"), ("pay f o r a file", "pay for a file"),
        ("pay f o r  a file", "pay for a file"), ("t_h_e c l i e n t pays", "the client pays"),
        ("t.h.e c-l-i-e-n-t pays", "the client pays"), ("I t h i n k so", "i think so"),
        ("t h e r e p o r t i s d u e", "the report is due"), ("we d o n't know", "we don't know"),
        ("t h a n k y o u. W e pay", "thank you. we pay"), ("the l a s t  d a y", "the last day"),
        ("you c a n k e e p t h i s q u i e t", "you can keep this quiet"), ("o n e m o r e page", "one more page"),
        ("y o u r\n\nw o r k is good", "your\n\nwork is good"),
    ],
    "leet": [
        ("th3 file", "the file"), ("you 4nd me", "you and me"), ("we d0n't know", "we don't know"), ("wh0 is it", "who is it"),
        ("they 4r3 here", "they are here"), ("0n3 page", "one page"), ("you m4y call", "you may call"), ("h0w much", "how much"),
        ("th47 is so", "that is so"), ("fr33 of charge", "free of charge"), ("we're 4ll s3nd1ng p4y5l1p5", "we're all sending payslips"),
        ("1nt3ll1g3nc3", "intelligence"), ("1t'5 a s3cr3t", "it's a secret"), ("n07 s3cr3t but p41d", "not secret but paid"),
    ],
    "cut by signs": [
        ("send th_e file", "send the file"), ("t|he file", "the file"), ("th/e file", "the file"), ("t🔹he file", "the file"),
        ("th*e file", "the file"), ("a~nd we", "and we"), ("yo/ur file", "your file"), ("th-at is so", "that is so"),
        ("we do/n't know", "we don't know"), ("wi|ll you", "will you"), ("the*re it is", "there it is"),
    ],
    "stretched": [
        ("seee you", "see you"), ("have beeen", "have been"), ("alll of it", "all of it"), ("we willl", "we will"),
        ("tooo good", "too good"), ("miiiix it", "mix it"), ("it issssn't so", "it isn't so"), ("a good neeeed", "a good need"),
        ("nooow", "now"), ("addd me", "add me"),
    ],
}  # fmt: skip
_INNOCENT = [
    # codes, numbers, units
    "part no. A10-77B", "the B17 and the F15", "an i5 laptop", "Cat5 cable", "win10", "M16", "N95 masks", "the 2nd and the 3rd", "the 4th",
    "11th and 12th", "B2B sales", "24x7 support", "24/7", "C++", "H2O", "CO2", "a 3d model", "mp3 files", "P2P", "W3C", "i18n",
    "0x1f4a9c", "id 7f3a9b2e", "deadbeef01", "v1.2.3-rc1", "3.11.7", "1e5", "2x4", "100k a year", "20k", "£4m", "5pm", "1h", "Q3", "T4 slip",
    "P45 and P60", "S1 form", "no7 cream", "U2", "G20 talks", "B12", "E10 petrol", "M4 motorway", "A55 road", "Form 1099",
    "the password is pa55W0Rdx9Q", "hunter2", "xK9-qP3-77", "$11k a month", "is_visible_to_us", "Blekinge län, Skåne län, Hallands län", "2026-02-11T10:23:39Z", "U+FA57 and U+FA17", "4x4 cars",
    # addresses and names in the machine's way
    "g_mail@example.org", "write to t_h_e@oak.org", "www.th-e.org", "https://x.org/th_e/4nd", "snake_case_name", "user_id", "@th3_oak",
    # initials, lists, abbreviations
    "I a m", "A B C", "U S A", "N.A.T.O.", "W.H.O. staff", "W.H.O rules", "J. R. R. Tolkien", "a/b/c", "s/he said", "n/a", "e.g. this", "a.m. or p.m.",
    "plan A, B or C", "x y z", "options a b c d", "D. J. T. Smith", "U.N. and E.U.", "and/or", "a, n, d", "f, o, r", "P. A. Y. Lee", "R&D and Q&A",
    "either/or", "on/off", "his/her", "w/o", "c/o", "X-ray", "T-shirt", "co-op", "he/she", "to-do", "in/out", "it is.We",
    # stretches
    "Schifffahrt", "www", "III", "viii", "xxiii", "AAA battery", "Brennnessel", "aaa", "see all of the been", "the off switch",
    # sentences of other languages
    "José était né à Évian, où l'été dure et les forêts sont très âgées.", "Ça a été créé dès l'année passée, là-bas, à côté.",
    "Zażółć gęślą jaźń, a potem idź spać.", "W Łodzi późną nocą żółwie jeżdżą wózkiem.", "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Říší šíří se zpráva, že příští týden přijde mráz.", "Üçü küçük, öğüdü büyük.", "Çünkü gülüşü çok güzel, göğü görüyorum.",
    "Tôi đã đến đây từ hôm qua và rất thích đồ ăn ở đây.", "Được rồi, ướt hết cả rồi, đấy là sự thật.", "Nguyễn Thị Minh Khai ở Đặng Đình Ấp",
    "Köszönöm szépen, őrült nyűgös időjárás várható.", "Größe und Länge für die schönen Bücher", "ö, å och ä är på ön", "Æbler på grød",
    "El niño comió jalapeño en el año pasado.", "não são irmãos", "ñandú", "Tämä määränä näkyi, pöllö räkälässä.", "Śnił źdźbło, śćiśle.", "Ḥasan ibn ʿAlī", "Ōsaka e Kyūshū",
    "да нет", "нет", "мы не так", "ΝΑΙ, ΟΧΙ", "Η Νίκη είναι εδώ. Ναι.", "ελληνικό κείμενο", "中文 消息", "العربية لغة", "हिन\u094dदी", "5 μm and 3 Ω",
]  # fmt: skip
_TABLE = [(raw, plain) for group in _HIDDEN.values() for raw, plain in group]


@pytest.mark.parametrize(("raw", "plain"), _TABLE)
def test_a_hidden_spelling_is_read(raw: str, plain: str) -> None:
    """Each way of hiding short and long words is undone, among ordinary ones, and stays undone."""
    text = normalise(f"Hello. {raw}").text

    assert text == f"hello. {plain}"
    assert normalise(text).text == text


@pytest.mark.parametrize(("raw", "plain"), _TABLE)
def test_a_hidden_spelling_is_quoted_as_written(raw: str, plain: str) -> None:
    """What was read leads back to the whole of what was written."""
    normal = normalise(f"Hello. {raw}")

    assert normal.quote(7, 7 + len(plain)) == raw


@pytest.mark.parametrize("raw", _INNOCENT)
def test_what_is_innocent_is_only_lowered(raw: str) -> None:
    """Codes, initials, lists, addresses and other languages stay, alone and beside English."""
    assert normalise(raw).text == raw.lower()
    assert normalise(f"We met. {raw} It is so.").text == f"we met. {raw.lower()} it is so."


def test_innocent_words_among_disguised_ones_stay() -> None:
    """A disguise elsewhere in the text does not take other languages, codes and names with it."""
    text = normalise("José at 24x7 in B2B: T h e cl13nt p4y5, th3 r3p0rt on H2O goes to Łódź.").text

    assert text == "josé at 24x7 in b2b: the client pays, the report on h2o goes to łódź."


def test_the_table_of_innocent_texts_is_as_large_as_promised() -> None:
    """At least sixty texts must not be damaged."""
    assert len(set(_INNOCENT)) >= 60
