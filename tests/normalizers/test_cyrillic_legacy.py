"""Cyrillic bytes that were read as other letters come back; sound text with marked letters stays."""

import pytest

from normalizers.knowledge import read_table
from normalizers.legacy.cyrillic import decode, find_cyrillic
from normalizers.legacy.kazakh import find_kazakh
from normalizers.legacy.tables import KNOWLEDGE
from normalizers.repair import repair
from normalizers.triage.lexicon import words
from normalizers.triage.verdicts import page_verdict

RUSSIAN = """Утверждён учёным советом академии
Протокол № 7 от 28.03.2019 г.
УЧЕБНЫЙ ПЛАН
в т.ч. и о
Б1.О.01\tИстория и философия науки\t4\t144
Форма обучения: очная"""
UKRAINIAN = """Затверджено вченою радою академії
ОК 1\tІсторія та культура України\t3\t90
Навчальний план, їхні зв'язки"""


def _read_as(text: str, written: str, shown: str) -> str:
    return "".join(_shown(byte, shown) for byte in text.encode(written))


def _shown(byte: int, page: str) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN])
@pytest.mark.parametrize(
    ("written", "shown"),
    [("cp1251", "latin-1"), ("cp1251", "cp1252"), ("koi8_u", "latin-1"), ("utf-8", "cp1251"), ("utf-8", "cp1252")],
)
def test_misread_cyrillic_comes_back(text: str, written: str, shown: str) -> None:
    if written == "koi8_u":
        text = text.replace("№", "N")
    assert repair(_read_as(text, written, shown)).text == text


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN])
def test_bytes_of_mac_os_come_back(text: str) -> None:
    assert repair(_read_as(text, "mac_cyrillic", "latin-1")).text == text


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN])
def test_fonts_of_symbols_come_back(text: str) -> None:
    everything = "".join(ch if ch.isspace() else chr(0xF000 + ch.encode("cp1251")[0]) for ch in text)
    letters = "".join(chr(0xF000 + ch.encode("cp1251")[0]) if ch >= "\u0400" else ch for ch in text)
    assert repair(everything).text == repair(letters).text == text
    assert page_verdict(letters).code == "legacy:symbol"


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN])
def test_numbers_of_glyphs_come_back(text: str) -> None:
    rows = read_table(KNOWLEDGE / "glyphs.tsv", ("letter", "sign"))
    signs = {row["letter"]: chr(int(row["sign"], 16)) for row in rows}
    assert repair("".join(signs.get(ch, ch) for ch in text)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "ɡʊd ˈmɔːnɪŋ – ɪts ə ˈlɒvli deɪ, ˈɪznt ɪt",
        "\uf0b7 erster Punkt\n\uf0b7 zweiter Punkt\n\uf0fc fertig",
        RUSSIAN,
        UKRAINIAN,
        "Été à la forêt où l’âme naît: ça, là, dès, où, août, Noël, maïs",
        "Üben für Öl und Ärger, größte Straße, äöü ÄÖÜ åæø",
        "Trường Đại học Sư phạm – à, ừ, é, ồ",
        "Bé Gi¸o dôc vµ §µo t¹o, Tr­êng §¹i häc S­ ph¹m",
        "«Ðàéîí» und 20 °C, ±5 µm, § 4",
    ],
)
def test_other_text_is_no_misread_cyrillic(text: str) -> None:
    assert find_cyrillic(text) == ()


def test_a_misread_page_needs_no_look_at_its_image() -> None:
    verdict = page_verdict(_read_as(RUSSIAN, "cp1251", "cp1252"))
    assert verdict.code == "legacy:cp1251"
    assert verdict.language is None


def test_the_byte_that_windows_1251_lacks_was_lost_to_the_sign_for_nothing() -> None:
    written = "Имитационное моделирование портов, Информационные системы и История транспорта"
    read = " ".join(word.encode().decode("cp1251", errors="replace") for word in written.split(" "))
    assert "\ufffd" in read
    assert decode(read.split(" ")[0], "utf8_cp1251") == "Имитационное"
    assert {run.encoding for run in find_cyrillic(read)} == {"utf8_cp1251"}


KAZAKH = """Ғылыми кеңестің шешімімен бекітілді
1.1 Оқу үлгерімі үшін өтініш және қосымша құжаттар тапсырылады.
Кафедра меңгерушісі    Қ.Ә. Жұмабеков"""


@pytest.mark.parametrize(
    "written", [str.maketrans("қөәғұңүҚӨӘҒҰҢҮ", "ќґјєўѕїЌҐЈЄЎЅЇ"), str.maketrans("үұөҮҰӨ", "ҥҧӛҤҦӚ")]
)
def test_letters_of_old_kazakh_fonts_come_back(written: dict[int, int]) -> None:
    assert repair(KAZAKH.translate(written)).text == KAZAKH


def test_signs_of_kazakh_fonts_stay_in_ukrainian() -> None:
    text = UKRAINIAN + "\nДійсний реєстр, її поїздка; Ґрунтознавство має кредити.\nСтуденти їдуть у Київ"
    assert repair(text).text == text and not find_kazakh(text)


def test_every_example_of_a_kazakh_sign_is_a_word_once_brought_back() -> None:
    rows = read_table(KNOWLEDGE / "kazakh.tsv", ("letter", "sign", "example"))
    letters = str.maketrans({row["sign"]: row["letter"] for row in rows})
    assert [row["example"] for row in rows if row["example"].translate(letters) not in words("kk")] == []
