"""Vietnamese bounds of numbers: how many credits or times, what a credit holds, how long something is good for."""

import pytest

from extractors.tables import requirements


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Học viên có số tín chỉ nợ từ đầu khóa lớn hơn 21 bị nhắc nhở.",
         [("số tín chỉ nợ từ đầu khóa", ">", 21, "credit", None)]),
        ("Học viên được xóa nhắc nhở, nếu số tín chỉ nợ bằng hoặc nhỏ hơn 6 thì được học vượt.",
         [("số tín chỉ nợ", "<=", 6, "credit", None)]),
        ("Học viên bị nhắc nhở khi có số lần vắng vượt quá 4 lần liên tiếp.",
         [("số lần vắng", ">", 4, "time", None)]),
        ("Ứng viên có điểm TOEIC 2 kỹ năng từ 610 trở lên.",
         [("điểm TOEIC 2 kỹ năng", ">=", 610, None, None)]),
        ("Học viên giỏi có thể học trước (bảo lưu tối đa 35% chương trình).",
         [("bảo lưu", "<=", 35, "percent", "chương trình")]),
        ("Mỗi tín chỉ được tính bằng 16 giờ lên lớp.", [("Mỗi tín chỉ", "=", 16, "hour", "Mỗi tín chỉ")]),
        ("Một tín chỉ tương đương 48 giờ tự học.", [("Một tín chỉ", "=", 48, "hour", None)]),
        ("Phiếu thi tương đương 48 giờ tự học.", []),
        ("Thẻ thư viện có thời hạn 18 tháng kể từ ngày cấp.",
         [("Thẻ thư viện", "=", 18, "month", "kể từ ngày cấp")]),
        ("Thời gian thực tập của sinh viên: từ 05 tuần đến 07 tuần.",
         [("Thời gian thực tập của sinh viên", "between", 5, "week", None)]),
        ("Lớp có quy mô từ 70 học viên trở lên được cử 03 trợ giảng.",
         [("Lớp có quy mô", ">=", 70, "person", None)]),
        ("Mỗi học kỳ học viên tích lũy tối đa 20 TC, riêng học viên năm cuối áp dụng mức tối đa 26 tín chỉ.",
         [("học viên tích lũy", "<=", 20, "credit", "Mỗi học kỳ"),
          ("học viên năm cuối", "<=", 26, "credit", "Mỗi học kỳ")]),
    ],
)  # fmt: skip
def test_bounds_are_read_with_what_they_bind(said, sentence, wanted):
    assert said(sentence) == wanted


def test_a_figure_in_quotes_ends_before_the_quote(said):
    assert said("“1. Thẻ dự thi có thời hạn 30 ngày kể từ ngày in.”.") == [
        ("Thẻ dự thi", "=", 30, "day", "kể từ ngày in")
    ]


def test_a_share_of_those_present(read):
    (row,) = requirements.extract(read("Điều 1. Buổi họp có sự tham dự của ít nhất 4/7 số ủy viên dưới sự chủ trì.\n"))
    assert (row.cells["subject"].value, row.cells["value_text"].value) == ("số ủy viên", "4/7")


def test_a_line_that_cannot_end_its_sentence_goes_on(read):
    document = read("Điều 1. Các khoa và phòng chịu trách nhiệm thi hành\nQuyết định này./.\n")
    section = next(s for s in document.sections if s.number == "Điều 1")
    assert section.heading is None
