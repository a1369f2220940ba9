"""Vietnamese figures of regulations: levels by language, coefficients, times in a row, two duties in a sentence."""

import pytest

from extractors.tables import requirements

COLUMNS = ("subject", "comparator", "value", "unit", "scope")


def said(read, sentence):
    rows = requirements.extract(read(f"QUY ĐỊNH\nĐiều 7. Mức\n1. {sentence}\n2. Khác.\n", language="vi"))
    return [tuple(row.get(column) for column in COLUMNS) for row in rows if row.get("provision") == "Điều 7.1"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Học viên có chứng chỉ ngoại ngữ từ bậc 3 đối với tiếng Anh, bậc 2 đối với tiếng Nhật trở lên được miễn học.",
         [("chứng chỉ ngoại ngữ", ">=", 3, "level", "tiếng Anh"),
          ("chứng chỉ ngoại ngữ", ">=", 2, "level", "tiếng Nhật")]),
        ("Lớp từ 12 đến 15 học viên: hệ số 1,4", [("Lớp từ 12 đến 15 học viên", "=", 1.4, None, None)]),
        ("Học viên bị cảnh báo 3 lần liên tiếp.", [("Học viên bị cảnh báo", "=", 3, "time", None)]),
        ("Bài thi phải do hai giảng viên chấm.", [("giảng viên chấm", "=", 2, "person", None)]),
        ("Phải có ít nhất 03 cán bộ nhập điểm và phải hoàn thành chậm nhất 02 tuần sau khi thi.",
         [("cán bộ nhập điểm", ">=", 3, "person", None), ("hoàn thành", "<=", 2, "week", "sau khi thi")]),
        ("Chậm nhất 02 tuần, sau khi học kỳ bắt đầu, cố vấn duyệt đăng ký.",
         [("cố vấn duyệt đăng ký", "<=", 2, "week", "sau khi học kỳ bắt đầu")]),
        ("Người dạy phải là người có ít nhất 6 năm kinh nghiệm nghề nghiệp.",
         [("kinh nghiệm nghề nghiệp", ">=", 6, "year", None)]),
        ("Việc rút học phần được thực hiện trong 03 tuần đầu của học kỳ.",
         [("Việc rút học phần", "<=", 3, "week", "của học kỳ")]),
        ("Học phí học kỳ phụ được tính bằng 1,3 lần mức quy định tại mục 1, 2, 3 của Phụ lục.",
         [("Học phí học kỳ phụ", "=", 1.3, "time", "mức quy định tại mục 1, 2, 3 của Phụ lục")]),
        ("Trong điều kiện có nhiều lớp, mỗi học phần phải có tối thiểu 02 giảng viên dạy.",
         [("giảng viên dạy", ">=", 2, "person", "mỗi học phần")]),
    ],
)  # fmt: skip
def test_figures_are_read_with_what_they_bind(read, sentence, wanted):
    assert said(read, sentence) == wanted


def test_a_level_without_upwards_and_a_coefficient_with_a_unit_bind_nothing(read):
    assert said(read, "Chương trình gồm bậc 3 đối với tiếng Anh và bậc 2 đối với tiếng Nhật.") == []
    assert said(read, "Điểm hệ số 2 tiết.") == []
