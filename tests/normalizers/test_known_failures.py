"""What the normalizers cannot do yet: each case fails today and says so; one that passes must move to its own tests."""

import pytest

from models.edits import apply
from normalizers import legacy, slips
from normalizers.legacy.tables import encoding
from normalizers.values.dates import find_dates


def encoded(name, text):
    return encoding(name).encode(text)


@pytest.mark.xfail(
    strict=True, reason="a stop behind a VIQR vowel is taken for the end of the sentence, rightly more often"
)
def test_viqr_dot_at_the_end_of_a_line():
    raw = encoded(
        "viqr",
        "Những người có tên trong danh sách chịu trách nhiệm thi hành quyết định này\nvà phải có tư\u0323".strip(),
    )
    raw += "."
    assert apply(raw, legacy.edits(raw)).endswith("tự.")


@pytest.mark.xfail(strict=True, reason="fonts of capitals (.VnTimeH) leave no trace of the case in the text")
def test_tcvn3_in_a_font_of_capitals():
    raw = encoded("tcvn3", "cộng hòa xã hội chủ nghĩa việt nam")
    assert apply(raw, legacy.edits(raw)) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@pytest.mark.xfail(strict=True, reason="no list of Kazakh words: one odd word among Kazakh ones cannot be told")
def test_a_slip_in_kazakh_without_evidence():
    text = "Білім алушы әр апта сайын есеп тапсырады және емтиханға жіберілмеиді."
    assert apply(text, slips.edits(text)).endswith("жіберілмейді.")


@pytest.mark.xfail(strict=True, reason="day and month of an English date with strokes are anybody's guess")
def test_an_english_date_with_strokes():
    assert [iso for _, _, iso in find_dates("05/12/2022", "en")] == ["2022-12-05"]
