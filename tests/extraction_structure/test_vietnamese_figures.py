"""Binding figures in the wordings of Vietnamese rules: several under one comparator, shares, multiples, levels."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Số giờ giảng không vượt quá 10 giờ/tuần và 5 giờ/ngày.",
         [("Số giờ giảng", "<=", 10, "hour", "tuần"), ("Số giờ giảng", "<=", 5, "hour", "ngày")]),
        ("Khối lượng tích lũy tối thiểu là 130 hoặc 160 tín chỉ.",
         [("Khối lượng tích lũy", ">=", 130, "credit", None), ("Khối lượng tích lũy", ">=", 160, "credit", None)]),
        ("Điểm trung bình đạt dưới 0,9 đối với học kỳ đầu, dưới 1,1 đối với các học kỳ sau.",
         [("Điểm trung bình", "<", 0.9, None, "học kỳ đầu"), ("Điểm trung bình", "<", 1.1, None, "các học kỳ sau")]),
        ("Số tín chỉ nợ vượt quá 20% khối lượng học kỳ.",
         [("Số tín chỉ nợ", ">", 20, "percent", "khối lượng học kỳ")]),
        ("Học phí học kỳ phụ được tính bằng 1,3 lần mức thu chuẩn.",
         [("Học phí học kỳ phụ", "=", 1.3, "time", "mức thu chuẩn")]),
        ("Thời gian học không vượt quá 02 lần thời gian chuẩn.",
         [("Thời gian học", "<=", 2, "time", "thời gian chuẩn")]),
        ("Hội đồng chấm gồm ít nhất 03 thành viên do Viện trưởng cử.",
         [("thành viên", ">=", 3, "person", "Hội đồng chấm")]),
        ("Mỗi lớp học phần không quá 45 sinh viên.", [("sinh viên", "<=", 45, "person", "Mỗi lớp học phần")]),
        ("Thời lượng mỗi học phần là 45 tiết.", [("Thời lượng mỗi học phần", "=", 45, "period", None)]),
        ("Sinh viên phải đạt tối thiểu bậc 4/6 khi xét tốt nghiệp.",
         [("Sinh viên", ">=", 4, "level", "khi xét tốt nghiệp")]),
        ("Các lớp được khảo sát và có ít nhất 40% học viên trả lời phiếu.",
         [("học viên trả lời phiếu", ">=", 40, "percent", None)]),
        ("Sau 10 ngày làm việc (trừ thứ 7, chủ nhật) kể từ ngày thi, thí sinh nhận kết quả.",
         [("thí sinh nhận kết quả", ">=", 10, "working_day", "kể từ ngày thi")]),
        ("Việc rà soát giáo trình được thực hiện theo chu kỳ 3 năm/lần.",
         [("Việc rà soát giáo trình", "=", 3, "year", None)]),
        ("Thời gian khiếu nại là 5 ngày làm việc sau công bố.",
         [("Thời gian khiếu nại", "=", 5, "working_day", "sau công bố")]),
        ("Sinh viên nộp bài chậm nhất 14 02 tháng trước kỳ thi.", []),
        ("Số lượng thí sinh: tối đa 300 thí sinh.", [("Số lượng thí sinh", "<=", 300, "person", None)]),
        ("Đợt thực tập được tổ chức trong khoảng thời gian từ 05 đến 09 tuần.",
         [("Đợt thực tập được tổ chức", "between", 5, "week", None)]),
    ],
)  # fmt: skip
def test_wordings_of_rules(said, sentence, wanted):
    assert said(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Sinh viên được cấp bằng 2 khi đủ điều kiện.",
        "Lớp trưởng là 1 sinh viên do lớp bầu.",
        "Buổi họp từ 8 đến 10 giờ tại hội trường.",
        "Xem bảng 2 tuần đầu của lịch.",
    ],
)
def test_what_does_not_bind(said, sentence):
    assert [row for row in said(sentence) if row[1] in ("=", "between") and row[3] != "hour"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm ngoái tỷ lệ vắng chiếm 9% tổng số sinh viên.",
        "Thời gian vắng không quá 3O% số tiết.",
        "Phòng lập danh sách người học tốt nghiệp đã có việc làm trong thời gian 9 tháng; gửi báo cáo.",
        "Buổi học được bố trí trong khoảng từ 07 giờ đến 19 giờ các ngày trong tuần.",
    ],
)
def test_facts_clock_times_and_misread_figures_bind_nothing(said, sentence):
    assert said(sentence) == []


def test_a_share_that_may_not_be_passed_is_a_most(figures_of):
    rows = figures_of("Học viên không được nghỉ quá 1/4 số tiết.", "vi")
    assert [(row.get("comparator"), row.get("value_text")) for row in rows] == [("<=", "1/4")]


def test_times_in_a_week_with_their_least(said):
    assert said("Người học đi muộn từ 3 lần/tuần trở lên bị nhắc nhở.")[0][1:4] == (">=", 3, "time")
