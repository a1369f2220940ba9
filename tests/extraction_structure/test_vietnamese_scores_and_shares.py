"""Vietnamese figures of rules: scores, fractions, ranges with a unit at either end, periods, levels reached."""

import pytest

from extractors.tables import requirements


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Khóa bồi dưỡng kéo dài từ 2,5 tháng đến 4 tháng.",
         [("Khóa bồi dưỡng kéo dài", "between", 2.5, "month", None)]),
        ("Bài tập nhóm không quá 30 tiết, trong đó thảo luận chiếm từ 20% đến 35%.",
         [("Bài tập nhóm", "<=", 30, "period", None), ("thảo luận", "between", 20, "percent", None)]),
        ("Môn học được xét khi có nội dung trùng ít nhất 65% và điểm đạt từ 6,5 trở lên.",
         [("Môn học được xét khi có nội dung trùng", ">=", 65, "percent", None), ("điểm", ">=", 6.5, None, None)]),
        ("Mỗi học kỳ sinh viên ghi danh không quá 19 tín chỉ.",
         [("sinh viên ghi danh", "<=", 19, "credit", "Mỗi học kỳ")]),
        ("Định mức của trợ giảng trong một năm học từ 110 đến 140 giờ.",
         [("Định mức của trợ giảng", "between", 110, "hour", "trong một năm học")]),
        ("Buổi lễ phải gọn, trang trọng, có ít nhất 70% học sinh dự.",
         [("học sinh dự", ">=", 70, "percent", None)]),
        ("Trung tâm mở 04 lớp cho người mới, mỗi lớp không quá 22 học viên.",
         [("mỗi lớp", "<=", 22, "person", None)]),
        ("Người dự tuyển phải đạt IELTS 6.5 hoặc TOEIC 720 điểm trở lên.",
         [("IELTS", ">=", 6.5, "point", None), ("TOEIC", ">=", 720, "point", None)]),
        ("Cố vấn học tập được giảm 12% định mức giờ dạy.",
         [("Cố vấn học tập", "=", 12, "percent", "định mức giờ dạy")]),
        ("Số môn tối đa học viên được nợ là 2 học phần.", []),
        ("Số tín chỉ tối đa học viên được nợ là 6 tín chỉ.",
         [("Số tín chỉ tối đa học viên được nợ", "<=", 6, "credit", None)]),
        ("Học viên bị nhắc nhở nếu điểm trung bình học kỳ dưới 1,20.",
         [("điểm trung bình học kỳ", "<", 1.2, None, None)]),
        ("Thời gian làm bài thi từ 75 đến 100 phút.", [("Thời gian làm bài thi", "between", 75, None, None)]),
        ("Tổ góp không dưới 4 bài và không quá 9 bài; trong học kỳ hè không quá 2 bài.",
         [("Tổ góp", "between", 4, "topic", None), ("Tổ góp", "<=", 2, "topic", "trong học kỳ hè")]),
        ("Tổ kiểm tra đối chiếu hồ sơ trong 8 ngày làm việc.",
         [("Tổ kiểm tra đối chiếu hồ sơ", "<=", 8, "working_day", None)]),
        ("Mỗi phiếu chỉ được sử dụng 01 lần.", [("Mỗi phiếu chỉ được sử dụng", "=", 1, "time", "Mỗi phiếu")]),
        ("Chuẩn ngoại ngữ đầu vào là bậc 2.", [("Chuẩn ngoại ngữ đầu vào", "=", 2, "level", None)]),
        ("Lớp học là bậc 2 của khóa.", []),
        ("Khoa mở lớp 04 lần mỗi năm vào tháng 3.", [("Khoa mở lớp", "=", 4, "time", "mỗi năm")]),
        ("Mỗi tổ tham gia ít nhất 03 tiết mục múa.", [("tiết mục múa", ">=", 3, "activity", "Mỗi tổ")]),
    ],
)  # fmt: skip
def test_figures_are_read_with_what_they_bind(said, sentence, wanted):
    assert said(sentence) == wanted


def test_a_fraction_keeps_its_form_and_is_no_number(read):
    rows = requirements.extract(
        read(
            "QUY ĐỊNH\nĐiều 4. Họp\n1. Phiên họp hợp lệ khi có ít nhất 3/4 số ủy viên tham dự.\n2. Khác.\n",
            language="vi",
        )
    )
    assert [(r.get("subject"), r.get("comparator"), r.get("value"), r.get("value_text")) for r in rows] == [
        ("số ủy viên tham dự", ">=", None, "3/4")
    ]


def test_bands_of_scores_bind_nothing(said):
    assert said("Bảng gồm IELTS 5.5-6.5 và TOEIC 450 - 600.") == []


@pytest.mark.parametrize(
    ("clause", "value", "level"),
    [("Nhóm chuyên ngữ đạt bậc 5 theo khung năng lực.", 5, None), ("Nhóm khác đạt trình độ B2.", None, "B2")],
)
def test_a_level_that_is_to_be_reached_binds(read, clause, value, level):
    rows = requirements.extract(read(f"QUY ĐỊNH\nĐiều 4. Chuẩn\n1. {clause}\n2. Khác.\n", language="vi"))
    assert [(r.get("comparator"), r.get("value"), r.get("value_text"), r.get("unit")) for r in rows] == [
        (">=", value, level, "level")
    ]
