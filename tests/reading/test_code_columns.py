"""Codes of a column in Cyrillic letters: names told by both scripts, numbers by the codes above and below."""

from collections.abc import Sequence

import pytest

from extractors.reading.paper_tables.codes.columns import code_column, dotted_column, latin_column, lone_letters

Row = tuple[str, float, str, float]
"""What the reading of the page's language says and how sure it is, and the same of the Latin one."""


def column(*rows: Row, apart: Sequence[bool] = ()) -> list[str | None]:
    return code_column([((own, sure), (latin, certain)) for own, sure, latin, certain in rows], apart)


SOUND: list[Row] = [("ОК1", 0.8, "OK1", 0.9), ("ок2", 0.6, "OK2", 0.9), ("ОК3", 0.8, "OK3", 0.9)]


def test_letters_that_only_one_part_of_the_list_has_are_told_by_both_readings() -> None:
    read = column(*SOUND, ("ВКІ", 0.8, "BK1", 0.8), ("вк", 0.4, "BK2", 0.8), ("вкз", 0.4, "BK3", 0.9))
    assert read[3:] == ["ВК1", "ВК2", "ВК3"]


def test_a_number_in_doubt_is_the_one_between_its_neighbours() -> None:
    doubted: Row = ("Ок5", 0.3, "OKS", 0.7)
    assert column(*SOUND, ("ОК4", 0.8, "OK4", 0.9), doubted, ("ОК6", 0.8, "OK6", 0.9))[4] == "ОК5"


@pytest.mark.parametrize("after", ["7", "5"])
def test_a_number_in_doubt_stays_open_where_the_codes_around_do_not_count_on(after: str) -> None:
    row: Row = ("ок", 0.3, "OKS", 0.5)
    around: Row = (f"ОК{after}", 0.8, f"OK{after}", 0.9)
    assert column(*SOUND, ("ОК4", 0.8, "OK4", 0.9), row, around)[4] in (None, "")


def test_a_figure_read_as_one_letter_more_is_none_where_latin_has_it_as_a_figure() -> None:
    read = column(*SOUND, ("окл0", 0.6, "OK10", 0.9), ("ок11", 0.6, "OK11", 0.9), ("окл4", 0.6, "OK14", 0.8))
    assert read[3:] == ["ОК10", "ОК11", "ОК14"]


def test_the_first_code_in_doubt_counts_on_to_the_next_where_both_readings_end_so() -> None:
    assert column(("ОкІ", 0.2, "OK1", 0.6), *SOUND[1:])[0] == "ОК1"
    assert column(("Ок", 0.2, "OK1", 0.6), *SOUND[1:])[0] in (None, "")


def test_a_three_among_single_letters_is_a_letter_and_among_figures_a_figure() -> None:
    forms = [(("З", 0.7), ("3", 0.97)), (("Е", 0.92), ("E", 0.93)), (("3", 0.7), ("3", 0.9)), (("А", 0.9), ("A", 0.9))]
    assert lone_letters(forms) == ["З", "Е", "З", "А"]
    assert not any(lone_letters([*forms, (("2", 0.9), ("2", 0.9))]))
    assert not any(lone_letters(forms[:1] * 4))


def dotted(*pairs: tuple[str, str]) -> list[str | None]:
    return dotted_column([((own, 0.8), (latin, 0.8)) for own, latin in pairs])


def test_dotted_numbers_whose_dots_a_reading_lost_are_those_of_the_other_or_of_the_series() -> None:
    read = dotted(("114", "11.1"), ("112", "1.1.2"), ("113", "1.1.3"), ("121", "1.2.1"), ("122", "122"), ("134", "131"))
    assert read == ["1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.2.2", ""]


@pytest.mark.parametrize("pair", [("15", "1.5"), ("120", "120"), ("1,25", "1.25")])
def test_decimals_and_hours_are_no_dotted_numbers(pair: tuple[str, str]) -> None:
    assert dotted(*[pair] * 5) == [None] * 5


def test_white_before_the_number_is_a_space_where_most_codes_show_it() -> None:
    assert column(*SOUND, apart=(True, True, True)) == ["ОК 1", "ОК 2", "ОК 3"]
    assert column(*SOUND, apart=(True, False, True)) == ["ОК1", "ОК2", "ОК3"]


def test_codes_of_letters_that_no_cyrillic_one_looks_like_are_latin() -> None:
    read = [("к2Т1101", 0.1, "KZT1101", 0.9), ("А8г2204", 0.3, "Agr2204", 0.9), ("АКТ1105", 0.7, "AKT1105", 0.4)]
    told = [((own, sure), (latin, certain)) for own, sure, latin, certain in read]
    assert latin_column(told) == ["KZT1101", "Agr2204", "AKT1105"]
    shared = [(("АКТ1101", 0.9), ("AKT1101", 0.9)), (("ВОТ1102", 0.9), ("BOT1102", 0.9)), told[0]]
    assert latin_column(shared) == [None] * 3
    assert latin_column([(own, (latin, 0.5)) for own, (latin, _) in told]) == [None] * 3
