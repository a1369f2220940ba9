"""Layers in another code page that left some letters blank, read anew before words are made of their signs."""

from types import SimpleNamespace

from extractors.reading.layers.recoding import recode

TEXT = "Учебный План подготовки Виды Квалификация кафедра обязательная практика Экзамен история философия математика ЕЕ"


def _page(text: str, font: str = "F") -> SimpleNamespace:
    chars = [
        {"text": sign, "fontname": font, "size": 10.0, "x0": 5.0 * n, "x1": 5.0 * n + 5, "top": 0.0, "bottom": 10.0}
        for n, sign in enumerate(text)
    ]
    return SimpleNamespace(chars=chars)


def _text(page: SimpleNamespace) -> str:
    return "".join(char["text"] for char in page.chars)


def test_letters_that_a_code_page_shows_as_blanks_come_back() -> None:
    for written, read in (("cp1251", "mac_roman"), ("cp866", "latin_1"), ("mac_cyrillic", "latin_1")):
        shown = TEXT.encode(written).decode(read)
        assert any(sign.isspace() and sign != " " or not sign.isprintable() for sign in shown)
        page = _page(shown)
        assert recode(page) == written and _text(page) == TEXT


def test_bytes_without_a_sign_in_a_code_page_are_controls_of_their_numbers() -> None:
    shown = "".join(_shown(byte) for byte in TEXT.encode("mac_cyrillic"))
    page = _page(shown)
    assert "\x8f" in shown and "‚" in shown
    assert recode(page) == "mac_cyrillic" and _text(page) == TEXT


def _shown(byte: int) -> str:
    """Return the sign of a byte as the web reads Windows-1252."""
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


def test_latin_letters_among_them_stand_for_their_twins() -> None:
    mixed = TEXT.translate(str.maketrans("ос", "oc"))
    page = _page(mixed.encode("cp866").decode("latin_1"))
    assert recode(page) == "cp866" and _text(page) == mixed


def test_quotes_that_were_left_as_they_are_stay() -> None:
    page = _page(
        "".join(s if s in "«»" else s.encode("cp866").decode("latin_1") for s in f"«30» {TEXT} цикл школа «Лес»")
    )
    assert recode(page) == "cp866" and _text(page) == f"«30» {TEXT} цикл школа «Лес»"


def test_bullets_of_another_font_stay() -> None:
    page = _page(TEXT.encode("cp1251").decode("mac_roman"))
    page.chars += _page("•", "Symbol").chars
    assert recode(page) == "cp1251" and _text(page) == TEXT + "•"


def test_sound_layers_and_those_that_lost_no_letter_stay() -> None:
    vietnamese = "Chương trình đào tạo trình độ đại học\u00a0ngành Kỹ thuật xây dựng"
    french = "Élève âgé, école\u00a0supérieure"
    for text in (TEXT, vietnamese, french, TEXT.encode("cp1251").decode("latin_1"), "\u00a0\u00a0•\u00a0†‡"):
        page = _page(text)
        assert recode(page) is None and _text(page) == text


def test_a_font_in_another_cyrillic_code_page_is_read_anew_and_the_others_stay() -> None:
    for written, read in (("koi8_r", "cp1251"), ("cp1251", "koi8_r")):
        page = _page("Глава 1. Общие положения".encode(written).decode(read), "Bold")
        page.chars += _page(TEXT).chars
        assert recode(page) == written
        assert _text(page) == "Глава 1. Общие положения" + TEXT


def test_letters_of_no_code_page_and_languages_not_known_stay() -> None:
    for text in ("Жалпы ережелер оқу тәртібі білім алушыларды қабылдау", "бвгд жзкл мнпр стфх цчшщ", "ЭВМ ГОСТ"):
        page = _page(text)
        assert recode(page) is None and _text(page) == text


def test_letters_of_dos_read_as_those_of_windows_come_back_and_quotes_stay() -> None:
    printed = f"«Заря» {TEXT} Министерство образования решение совета протокол № 10 высшее учреждение"
    page = _page("".join(s if s in "«»" else s.encode("cp866").decode("cp1251") for s in printed))
    assert recode(page) == "cp866" and _text(page) == printed
