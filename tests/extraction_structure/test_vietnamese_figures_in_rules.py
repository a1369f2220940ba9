"""Vietnamese figures of regulations: levels by language, coefficients, times in a row, two duties in a sentence."""

import pytest

from extractors.tables import requirements, terms

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
        ("Nhóm học có từ 18 đến 28 sinh viên.", [("sinh viên", "between", 18, "person", "Nhóm học")]),
        ("Kỳ thi được tổ chức 03 lần trong một năm học.",
         [("Kỳ thi được tổ chức", "=", 3, "time", "trong một năm học")]),
        ("Khoa trả lời trong thời gian 06 ngày làm việc.", [("Khoa trả lời", "<=", 6, "working_day", None)]),
        ("Tác giả nộp hồ sơ không muộn hơn 25 ngày.", [("Tác giả nộp hồ sơ", "<=", 25, "day", None)]),
        ("Khối lượng đăng ký không dưới 9 và không quá 21 tín chỉ.",
         [("Khối lượng đăng ký", "between", 9, "credit", None)]),
    ],
)  # fmt: skip
def test_figures_are_read_with_what_they_bind(read, sentence, wanted):
    assert said(read, sentence) == wanted


def test_a_level_without_upwards_and_a_coefficient_with_a_unit_bind_nothing(read):
    assert said(read, "Chương trình gồm bậc 3 đối với tiếng Anh và bậc 2 đối với tiếng Nhật.") == []
    assert said(read, "Điểm hệ số 2 tiết.") == []


def test_a_least_and_a_most_of_different_things_stay_two(read):
    rows = said(read, "Khối lượng không dưới 9 tín chỉ và thời gian không quá 6 tháng.")
    assert [(row[1], row[2], row[3]) for row in rows] == [(">=", 9, "credit"), ("<=", 6, "month")]


def test_body_without_numbers_binds_and_names_too(read):
    document = read(
        "TRƯỜNG ĐẠI HỌC ABC\n\nTHÔNG BÁO\nVề việc thi lại\n\nCăn cứ Quy chế đào tạo;\n\n"
        "Phòng Khảo thí (sau đây viết tắt là PKT) thông báo như sau:\n\nMỗi sinh viên được thi không quá 02 lần.\n"
        "\nNơi nhận:\n- Các khoa.\n",
        language="vi",
    )
    assert [(row.get("provision"), row.get("value")) for row in requirements.extract(document)] == [(None, 2)]
    assert [(row.get("term"), row.get("definition")) for row in terms.extract(document)] == [("PKT", "Phòng Khảo thí")]
