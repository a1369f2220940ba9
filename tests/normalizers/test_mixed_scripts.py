"""Text that mixes the scripts throughout, as the layers of some programs do."""

from normalizers.unicode.look_alikes import look_alike_edits

_MIXED = (
    "Нaправление подгoтoвки и учeбный плaн. Kафедpа энeргетики, фaкультeт и дeкан. "
    "Cрок oбучения, фoрма oбучения, гoд нaчала. Бeзопасность и элeктроснабжение прeдприятий. "
)


def _mended(text: str) -> str:
    for edit in reversed(look_alike_edits(text)):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


def test_one_letter_of_cyrillic_alone_is_proof_in_a_mixed_text() -> None:
    assert _mended(_MIXED + "Дисциплинa изучаетcя нa Ceм. и в MИHИCTEPCTBE.").endswith(
        "Дисциплина изучается на Сем. и в МИНИСТЕРСТВЕ."
    )


def test_latin_words_and_acronyms_stay() -> None:
    text = _MIXED + "Программирование на языке Python, система MS и язык HTTP."
    assert "Python, система MS и язык HTTP" in _mended(text)


def test_a_text_in_one_script_is_left_alone() -> None:
    assert look_alike_edits("Программирование на языке Python в системе Top, Ceм. 3") == ()


def test_words_of_letters_that_a_text_always_writes_in_latin_are_read_in_cyrillic() -> None:
    twins = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
    plain = (
        "Наименование дисциплины, форма контроля, зачёт с оценкой. Курс 2, СР 24, лекции и практические занятия. "
        "Кафедра энергетики, экзамен. Промышленность и хозяйство, учебный план. Том IV, ECTS. Терентьев С. А."
    )
    assert _mended(plain.translate(twins)) == plain


def test_a_heading_in_bold_alone_is_of_latin_shapes() -> None:
    assert _mended("MIHICTEPCTBO КУЛЬТУРИ\nAKME BOTTOM") == "МІНІСТЕРСТВО КУЛЬТУРИ\nAKME BOTTOM"
    assert _mended("нaук y музеях, майстpiв i гончарів") == "наук у музеях, майстрів і гончарів"
