"""Words of units to the contract's vocabulary."""

import re

import pytest

from normalizers.knowledge import read_table
from normalizers.values.units import OTHER, UNITS, parse_unit, units_pattern

VOCABULARY = {
    *("percent", "working_day", "day", "week", "month", "year", "calendar_year", "credit", "hour", "period"),
    *("course", "topic", "activity", "person", "point", "level", "time"),
}


def test_every_row_reads_as_its_example_says():
    for row in read_table(UNITS, ("language", "unit", "form", "example")):
        words = re.sub(r"^[\d,]+\s*", "", row["example"])
        named = units_pattern(row["language"]).findall(words)
        found = {unit for text in named if (unit := parse_unit(text, row["language"]))}
        assert found == set() if row["unit"] == OTHER else row["unit"] in VOCABULARY & found, row


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("vi", "ngày làm việc kể từ ngày nhận", "working_day"),
        ("vi", "ngày kể từ", "day"),
        ("vi", "NĂM HỌC", "year"),
        ("vi", "tín chỉ bắt buộc", "credit"),
        ("vi", "nămg", None),
        ("uk", "робочих днів з дати", "working_day"),
        ("uk", "кредитів ЄКТС", "credit"),
        ("ru", "часть программы", None),
        ("ru", "академических часов", "period"),
        ("kk", "жұмыс күні ішінде", "working_day"),
        ("en", "working days after", "working_day"),
        ("en", "timetable", None),
    ],
)
def test_the_longest_words_win_and_parts_of_words_do_not_count(language, text, unit):
    assert parse_unit(text, language) == unit
