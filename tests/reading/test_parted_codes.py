"""Codes whose letters and number stand apart are told by the white between them and by their series."""

import numpy as np
import pytest

from extractors.reading.paper_tables.codes.parted import Parted, parted, parted_codes

HIGH, WIDE = 16, 10


def _print(*groups: int, white: int = 8) -> np.ndarray:
    """Return so many marks of print in each group, with white between the groups."""
    parts = []
    for count in groups:
        marks = [np.pad(np.zeros((HIGH, WIDE), np.uint8), ((0, 0), (0, 2)), constant_values=255)] * count
        parts += [*marks, np.full((HIGH, white - 2), 255, np.uint8)]
    return np.pad(np.concatenate(parts, axis=1), 4, constant_values=255)


@pytest.mark.parametrize(
    ("groups", "white", "found"),
    [((2, 1), 8, Parted(2, 1)), ((2, 2), 8, Parted(2, 2)), ((3,), 8, None), ((2, 1), 4, None), ((2, 2, 2), 8, None)],
)
def test_white_before_the_number_parts_an_entry(groups: tuple[int, ...], white: int, found: Parted | None) -> None:
    assert parted(_print(*groups, white=white)) == found


def test_specks_above_and_below_an_entry_are_no_part_of_it() -> None:
    dirty = np.pad(_print(2, 1), ((20, 20), (0, 0)), constant_values=255)
    dirty[2:4, 12:14] = dirty[-4:-2, 30:32] = 0
    assert parted(dirty) == Parted(2, 1) and parted(np.full((20, 60), 255, np.uint8)) is None


def _column(*readings: tuple[str, str]) -> list[str | None]:
    crops = [_print(2, 1) for _ in readings]
    return parted_codes([((own, 0.9), (latin, 0.8)) for own, latin in readings], crops)


def test_figures_and_letters_are_told_by_their_series() -> None:
    read = _column(("301", "301"), ("302", "302"), ("пв1", "IB1"), ("ПВг", "IB 2"), ("пвз", "TIB3"), ("ПВА", "I4"))
    assert read == ["ЗО 1", "ЗО 2", "ПВ 1", "ПВ 2", "ПВ 3", "ПВ 4"]


def test_a_number_that_no_reading_has_is_told_between_its_neighbours_only() -> None:
    assert _column(("ОК1", "OK1"), ("о", ""), ("ОК3", "OK3"), ("ОК4", "OK4"))[1] in (None, "ОК 2")
    assert _column(("ОК1", "OK1"), ("ОК2", "OK2"), ("ОК3", "OK3"), ("ОКг", "OKr"))[3] in (None, "")


def test_columns_without_white_before_their_numbers_are_left_alone() -> None:
    crops = [_print(3) for _ in range(4)]
    readings = [((f"ОК{n}", 0.9), (f"OK{n}", 0.8)) for n in range(1, 5)]
    assert parted_codes(readings, crops) == [None] * 4


def test_a_number_that_both_readings_have_behind_their_white_is_not_taken_away() -> None:
    read = _column(("ОК 8", "OK 8"), ("ОК 9", "OK 9"), ("ОК 12", "OK 12"), ("ВК 1", "BK 1"))
    assert read[2] in (None, "ОК 12")
