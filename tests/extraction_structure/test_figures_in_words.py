"""Figures in words, in thousands and in halves: the number that is said, never its first or its last word."""

import pytest


@pytest.mark.parametrize(
    ("language", "sentence", "value", "unit"),
    [
        ("vi", "Sinh viên phải tích lũy tối thiểu một trăm ba mươi tín chỉ.", 130, "credit"),
        ("vi", "Mỗi nhóm thực tập không quá bốn mươi lăm sinh viên.", 45, "person"),
        ("vi", "Thời gian bảo lưu không quá năm năm.", 5, "year"),
        ("vi", "Thời gian bảo lưu không quá 3 năm rưỡi.", 3.5, "year"),
        ("vi", "Mức thưởng không quá 30 triệu đồng.", 30_000_000, None),
        ("vi", "Kinh phí đề tài tối đa 1,2 tỷ đồng.", 1_200_000_000, None),
        ("vi", "Học phí tối thiểu là 380 nghìn đồng.", 380_000, None),
        ("uk", "Обсяг практики становить не більше тридцяти п'яти днів.", 35, "day"),
        ("uk", "Вартість не більше 4,5 тис. грн.", 4500, None),
        ("ru", "Стипендия не более 40 тысяч тенге.", 40_000, None),
        ("kk", "Өтініш отыз бес күннен аспауы тиіс.", 35, "day"),
        ("kk", "Жауап он екі жұмыс күні ішінде беріледі.", 12, "working_day"),
        ("en", "A student shall earn at least one hundred and forty credits.", 140, "credit"),
    ],
)
def test_a_figure_is_the_whole_number_that_is_said(figures_of, language, sentence, value, unit):
    assert [(row.get("value"), row.get("unit")) for row in figures_of(sentence, language)] == [(value, unit)]


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("vi", "Tổ xét duyệt có ít nhất ba phần tư số ủy viên dự họp.", "ba phần tư"),
        ("vi", "Sinh viên nghỉ học không quá một nửa số buổi.", "một nửa"),
        ("uk", "На засіданні присутні не менше двох третин складу.", "двох третин"),
        ("ru", "На заседании присутствуют не менее двух третей состава.", "двух третей"),
    ],
)
def test_a_fraction_in_words_is_told_as_printed(figures_of, language, sentence, printed):
    assert [(row.get("value"), row.get("value_text")) for row in figures_of(sentence, language)] == [(None, printed)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chi phí không vượt quá năm ngân sách được giao.",
        "Giá bán là: 6.300 đồng (sáu nghìn ba trăm đồng).",
        "Thời gian học tối đa 12 (hai mươi) tháng.",
        "Bề rộng phải bằng ít nhất hai ba ô.",
    ],
)
def test_what_is_no_figure_or_two_gives_none(figures_of, sentence):
    assert figures_of(sentence, "vi") == []


def test_times_that_only_end_a_number_are_no_count(figures_of):
    assert figures_of("Sinh viên bị nhắc nhở hai mươi ba lần liên tiếp.", "vi") == []
