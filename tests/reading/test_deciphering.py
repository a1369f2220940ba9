"""Layers whose fonts map letters to wrong ones, read with the key that the image tells."""

from types import SimpleNamespace

from extractors.reading.layers.deciphering import deciphered, words_in
from extractors.reading.layers.glyph_numbers import keep_numbers
from models.page import Box, Cell, Grid, Line, Page, Word
from normalizers.triage.verdicts import page_verdict

PLAIN = (
    "учебный план по направлению подготовки строительство обязательная часть высшая математика теоретическая механика "
    "сопротивление материалов иностранный язык история философия практика экзамен зачет лекции промышленное и "
    "гражданское строительство форма обучения очная квалификация бакалавр срок получения образования"
)
WORDS = PLAIN.split(" ")
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
CIPHER = str.maketrans(LETTERS, "".join(LETTERS[(7 * n + 13) % 32] for n in range(32)))


def _page(words: list[str], confidence: float = 1.0, font: str | None = "F") -> Page:
    lines = [
        Line(
            (
                Word(
                    word,
                    Box(20 + 200 * (n % 2), 20 * (n // 2), 110 + 200 * (n % 2), 20 * (n // 2) + 10),
                    confidence,
                    font,
                ),
            )
        )
        for n, word in enumerate(words)
    ]
    grid = Grid((Cell(0, 0, (lines[-1],)), Cell(0, 1, (lines[-2],))))
    return Page(1, (*lines[:-2], grid), 500, 500)


def test_the_key_reads_what_the_engine_misread() -> None:
    layer = _page([word.translate(CIPHER) for word in WORDS])
    seen = _page([word if n % 9 else word.replace("о", "0") for n, word in enumerate(WORDS)], 0.9, None)
    page = deciphered(layer, seen)
    assert page is not None and page.route == "repaired_text_layer"
    lines = [b for b in page.blocks if isinstance(b, Line)]
    assert [line.as_text() for line in lines] == WORDS[:-2]
    (grid,) = [b for b in page.blocks if isinstance(b, Grid)]
    assert grid.cells[0].lines[0].as_text() == WORDS[-1]


def test_slips_of_an_engine_are_no_cipher() -> None:
    slips = ["".join("oenp"[(n + m) % 4] if m % 2 else ch for m, ch in enumerate(word)) for n, word in enumerate(WORDS)]
    assert deciphered(_page(slips), _page(WORDS, 0.9, None)) is None


def test_letters_that_make_no_words_are_garbled() -> None:
    assert page_verdict(PLAIN).code == "sound"
    assert page_verdict(PLAIN.translate(CIPHER)).code == "garbled"
    kazakh = (
        "оқу жоспары білім беру бағдарламасы міндетті компонент жоғары математика теориялық механика құрылыс "
        "материалдары шет тілі философия"
    )
    assert page_verdict(kazakh).code == "sound"


def test_a_layer_that_lost_letters_to_one_sign_is_no_cipher_however_many_figures_it_has() -> None:
    figures = [str(100 + n) for n in range(300)]
    lost = ["\x00" + word.translate(CIPHER)[1:] for word in WORDS]
    assert deciphered(_page([*lost, *figures]), _page([*WORDS, *figures], 0.9, None)) is None


def test_an_encoding_tells_the_letters_that_too_few_readings_told() -> None:
    broken = str.maketrans({letter: letter.encode("cp866").decode("latin-1") for letter in LETTERS})
    words = [*WORDS, "цех", "щит", "объём"]
    layer = _page([word.translate(broken) for word in words])
    page = deciphered(layer, _page([*WORDS, "пех", "шит", "объем"], 0.9, None))
    assert page is not None
    (grid,) = [b for b in page.blocks if isinstance(b, Grid)]
    assert [cell.lines[0].as_text() for cell in grid.cells][1] == "щит"


def test_letters_as_far_from_their_signs_as_others_are_told_by_those() -> None:
    shifted = str.maketrans({letter: chr(ord(letter) - 0x430 + 0x25D) for letter in LETTERS})
    words = [*WORDS, "цех", "щит", "хвощ"]
    layer = _page([word.translate(shifted) for word in words])
    page = deciphered(layer, _page([*WORDS, "uех", "шит", "xвош"], 0.9, None))
    assert page is not None
    assert {"цех", "щит", "хвощ"} <= {word.text for word in words_in(page.blocks)}


def test_the_word_list_tells_a_letter_that_nothing_else_told() -> None:
    words = [*WORDS, "общежитие", "сообщение"]
    layer = _page([word.translate(CIPHER) for word in words])
    page = deciphered(layer, _page([*WORDS, "?", "?"], 0.9, None))
    assert page is not None
    assert {"общежитие", "сообщение"} <= {word.text for word in words_in(page.blocks)}


def test_numbers_of_glyphs_that_count_as_blanks_are_kept() -> None:
    chars = [{"text": sign, "fontname": "F"} for sign in "\x15\x17\x1c\x03\x14"]
    sound = [{"text": sign, "fontname": "G"} for sign in "a\x1cb"]
    keep_numbers(SimpleNamespace(chars=[*chars, *sound]))
    assert "".join(char["text"] for char in chars) == "\x15\x17\ue01c \x14"
    assert [char["text"] for char in sound] == ["a", "\x1c", "b"]


def test_a_sign_alone_before_numbers_is_that_of_numbers() -> None:
    words = [*WORDS, "\uf130", "118", "срок", "форма"]
    layer = _page([word.translate(CIPHER) for word in words])
    page = deciphered(layer, _page([*WORDS, "Мо", "118", "срок", "форма"], 0.9, None))
    assert page is not None
    assert "№" in {word.text for word in words_in(page.blocks)}
