"""Printed dates to ISO dates: as precise as printed, never more."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.knowledge import read_table
from normalizers.values.dates import MONTHS, find_dates

PRINTED = [
    ("vi", "ngày 10 tháng 12 năm 2025", "2025-12-10"),
    ("vi", "Hà Nội, ngày 08 tháng 3 năm 2023", "2023-03-08"),
    ("vi", "ngày 08/3/2023", "2023-03-08"),
    ("vi", "ngày l0 tháng l2 năm 2O24", "2024-12-10"),
    ("vi", "ngày 22 tháng 06 năm 202 I", "2021-06-22"),
    ("vi", "29 tháng 6 năm 2021", "2021-06-29"),
    ("vi", "Tháng 5/2024", "2024-05"),
    ("vi", "tháng 9 năm 2023", "2023-09"),
    ("vi", "ngày … tháng … năm 2024", "2024"),
    ("vi", "ngày      tháng 7 năm 2024", "2024-07"),
    ("vi", "ngày ... tháng ... năm 20...", None),
    ("vi", "ngày ..... tháng ..... năm 2023", "2023"),
    ("vi", "ngày 31 tháng 2 năm 2024", None),
    ("vi", "ngày 1 2 tháng 5 năm 2022", "2022-05"),
    ("uk", "1 4 червня 2022 р.", "2022-06"),
    ("uk", "протокол № 14 12 червня 2022 р.", "2022-06-12"),
    ("vi", "năm 2021", "2021"),
    ("vi", "năm học 2023-2024", None),
    ("vi", "năm 2023-2024", None),
    ("vi", "ngày mười tháng mười hai năm hai nghìn không trăm hai mươi lăm", "2025-12-10"),
    ("vi", "07.9.2020", "2020-09-07"),
    ("vi", "17/2021/TT-BGDĐT", None),
    ("vi", "từ 05/9/2023 đến 10/9/2023", None),
    ("uk", "«17» лютого 2022 р.", "2022-02-17"),
    ("uk", "від 19.05.2022 р.", "2022-05-19"),
    ("uk", "протокол № 2 від 1 вересня 2023 року", "2023-09-01"),
    ("uk", "«___» __________ 2022 р.", "2022"),
    ("uk", '"_25_" _травня_ 2022 р.', "2022-05-25"),
    ("uk", "«_5_»__травня__2022 р.", "2022-05-05"),
    ("uk", "сімнадцятого лютого дві тисячі двадцять другого року", "2022-02-17"),
    ("ru", "12 октября 2018 года", "2018-10-12"),
    ("ru", "24.01.18", "2018-01-24"),
    ("ru", "18.12.2015г.", "2015-12-18"),
    ("ru", "11.03.2022 15:25:10", "2022-03-11"),
    ("ru", "31.02.2020", None),
    ("ru", "03 2018 г.", "2018-03"),
    ("ru", "2018 г.", "2018"),
    ("ru", "пункт 4.3.1.2", None),
    ("ru", "двенадцатого октября две тысячи восемнадцатого года", "2018-10-12"),
    ("kk", "2018 жылғы 12 қазан", "2018-10-12"),
    ("kk", "2018 жылғы 12 қазандағы № 563 бұйрығы", "2018-10-12"),
    ("kk", "12.10.2018 ж. №563", "2018-10-12"),
    ("kk", "29.08.2022 ж. хаттама №1", "2022-08-29"),
    ("kk", "2022 ж.", "2022"),
    ("en", "December 5, 2022", "2022-12-05"),
    ("en", "5th of December, 2022", "2022-12-05"),
    ("en", "on 5 Dec. 2022", "2022-12-05"),
    ("en", "May 2024", "2024-05"),
    ("en", "05/12/2022", "2022"),
    ("en", "25/12/2022", "2022-12-25"),
    ("en", "2025-12-10", "2025-12-10"),
]


def only(text, language):
    """Return the one date in a text, the most precise where one holds another; None where there are several."""
    found = {iso for _, _, iso in find_dates(text, language)}
    whole = [iso for iso in found if not any(other != iso and other.startswith(iso) for other in found)]
    return whole[0] if len(whole) == 1 else None


@pytest.mark.parametrize(("language", "printed", "iso"), PRINTED)
def test_a_printed_date_is_read_as_precisely_as_printed(language, printed, iso):
    assert only(printed, language) == iso


def test_dates_are_found_where_they_stand():
    text = "Căn cứ Thông tư số 17/2021/TT-BGDĐT ngày 22 tháng 6 năm 2021 và Quyết định số 12/QĐ ngày 07/9/2023"
    assert [(text[s:e], iso) for s, e, iso in find_dates(text, "vi")] == [
        ("ngày 22 tháng 6 năm 2021", "2021-06-22"),
        ("07/9/2023", "2023-09-07"),
    ]


def test_every_name_of_a_month_reads_as_its_example_says():
    for row in read_table(MONTHS, ("language", "month", "form", "example")):
        iso = only(row["example"], row["language"])
        assert iso and iso[5:7] == f"{int(row['month']):02d}", row


@given(st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2049, 12, 31)))
def test_what_is_printed_comes_back(day):
    iso = day.isoformat()
    for text in (
        f"ngày {day.day:02d} tháng {day.month} năm {day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year % 100:02d}",
        f"{calendar.month_name[day.month]} {day.day}, {day.year}",
    ):
        assert only(text, "vi") == iso
    assert all(text[s:e].strip() for text in (iso,) for s, e, _ in find_dates(text))


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    for start, end, iso in find_dates(text):
        assert 0 <= start < end <= len(text) and len(iso) in (4, 7, 10)
