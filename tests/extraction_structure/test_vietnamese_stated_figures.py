"""Vietnamese figures that are stated: what a level is worth, how long each of a kind is, labels, hours of the day."""

import pytest

from extractors.tables import requirements


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Giấy chứng nhận bậc 2 được tính bằng 7,5 điểm; bậc 4 trở lên được tính bằng 9 điểm.",
         [("Giấy chứng nhận bậc 2", "=", 7.5, "point", None), ("bậc 4 trở lên", "=", 9, "point", None)]),
        ("Mỗi kỳ thực địa có 6 tuần đi bản và từ 2 đến 4 tuần viết.",
         [("Mỗi kỳ thực địa", "=", 6, "week", None), ("Mỗi kỳ thực địa", "between", 2, "week", "Mỗi kỳ thực địa")]),
        ("Mỗi đoàn có 2 tuần để nộp bài.", []),
        ("Lớp chất lượng cao khóa mới: Tối đa 19 tín chỉ.",
         [("Lớp chất lượng cao khóa mới", "<=", 19, "credit", None)]),
        ("Xin hoãn nộp: trong vòng 9 ngày kể từ ngày ốm, học viên gửi đơn.",
         [("học viên gửi đơn", "<=", 9, "day", "kể từ ngày ốm")]),
        ("Kho sách mở cửa từ 08 giờ đến 17 giờ hằng ngày.", []),
        ("Học viên tự đọc từ 26 giờ đến 35 giờ mỗi tháng.",
         [("Học viên tự đọc", "between", 26, "hour", "mỗi tháng")]),
        ("Số lượng người học tối thiểu để mở xưởng là 18 người.",
         [("Số lượng người học tối thiểu để mở xưởng", ">=", 18, "person", None)]),
        ("Thời gian nghỉ mùa gặt và nghỉ mùa cấy của người dạy nghề làm ở xưởng có chức năng dạy rèn là 05 tuần.",
         [("Thời gian nghỉ mùa gặt và nghỉ mùa cấy của người dạy nghề làm ở xưởng có chức năng dạy rèn",
           "=", 5, "week", None)]),
        ("Thời gian tập sự hệ ngắn là 3 năm, hệ dài là 4,5 năm.",
         [("Thời gian tập sự hệ ngắn", "=", 3, "year", None), ("hệ dài", "=", 4.5, "year", None)]),
        ("Người dự thi được bỏ bài cũ nhưng số bài được bỏ không quá 35% số bài của khóa.",
         [("số bài được bỏ", "<=", 35, "percent", "số bài của khóa")]),
        ("Giám đốc cấp bằng trong thời hạn 26 ngày kể từ ngày thi.",
         [("Giám đốc cấp bằng", "<=", 26, "day", "kể từ ngày thi")]),
        ("Thời gian trực của thủ thư trong năm học là 31 tuần.",
         [("Thời gian trực của thủ thư", "=", 31, "week", "trong năm học")]),
        ("Thủ thư đạt tối thiểu trình độ bậc 2 hoặc tương đương.", [("Thủ thư", ">=", 2, "level", None)]),
        ("Giờ trực đối với lớp ngắn không quá 35%, đối với lớp dài không quá 45% giờ học của khóa.",
         [("Giờ trực", "<=", 35, "percent", "lớp ngắn"),
          ("Giờ trực", "<=", 45, "percent", "lớp dài, giờ học của khóa")]),
        ("Điểm bài vẽ đạt từ 6,5 điểm (thang điểm 10) trở lên đối với lớp dài và từ 4,5 điểm trở lên đối với lớp ngắn.",
         [("Điểm bài vẽ", ">=", 6.5, "point", "lớp dài"), ("Điểm bài vẽ", ">=", 4.5, "point", "lớp ngắn")]),
        ("Được nhận thẻ khi điểm trung bình bài vẽ từ 6,5 điểm và không nợ sách.",
         [("điểm trung bình bài vẽ", ">=", 6.5, "point", None)]),
        ("Học viên xếp loại khá khi điểm trung bình từ 6,5 đến 7,5.", []),
        ("Thủ thư có mặt trong vòng 26 phút.", [("Thủ thư có mặt", "<=", 26, None, None)]),
        ("Học viên đổi thẻ trong vòng 3 tuần đầu học kỳ.", [("Học viên đổi thẻ", "<=", 3, "week", "học kỳ")]),
        ("Học viên đăng ký tối thiểu 13 tín chỉ trong học kỳ xét và không có sách quá hạn.",
         [("Học viên đăng ký", ">=", 13, "credit", "trong học kỳ xét")]),
        ("Người vi phạm từ 03 lần trở lên bị thu thẻ.", [("Người vi phạm", ">=", 3, "time", None)]),
        ("Lớp dài, lớp nâng cao: tối thiểu tương đương bậc 5/6.", [("Lớp dài, lớp nâng cao", ">=", 5, "level", None)]),
        ("Ban đọc sổ gồm Trưởng ban, Thư ký và tối thiểu 03 ủy viên.", [("ủy viên", ">=", 3, "person", "Ban đọc sổ")]),
        ("Trường hợp thiếu sách thì phần sách thiếu không được quá 04 tín chỉ.",
         [("phần sách thiếu", "<=", 4, "credit", None)]),
        ("Số người tiếp xúc với kho không quá 06 người.", [("Số người tiếp xúc với kho", "<=", 6, "person", None)]),
        ("Mức giảm: 35% tiền thuê phòng.", [("Mức giảm", "=", 35, "percent", "tiền thuê phòng")]),
        ("Người dự thi được hoàn trả 65% tiền cọc.", [("Người dự thi", "=", 65, "percent", "tiền cọc")]),
    ],
)  # fmt: skip
def test_stated_figures_are_read_with_what_they_are_about(said, sentence, wanted):
    assert said(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Bản in dài ít nhất 15 trang A3 trở lên.", [("Bản in dài", ">=", 15, None, None)]),
        ("Người dạy có thâm niên từ 04 năm (48 tháng) trở lên.",
         [("Người dạy có thâm niên", ">=", 4, "year", None)]),
        ("Lời tựa được in trong khoảng 450 từ.", [("Lời tựa được in", "=", 450, None, None)]),
        ("Điểm rèn nghề đạt từ 6,75 trở lên và trình độ tiếng Nga đạt bậc 2 trở lên.",
         [("Điểm rèn nghề", ">=", 6.75, None, None), ("trình độ tiếng Nga", ">=", 2, "level", None)]),
        ("Khóa học dài từ 40 đến 55 tín chỉ đối với nghề may, 60 đến 75 tín chỉ đối với nghề mộc.",
         [("Khóa học dài", "between", 40, "credit", "nghề may"),
          ("Khóa học dài", "between", 60, "credit", "nghề mộc")]),
        ("Trợ giảng theo nhóm (mỗi trợ giảng kèm không quá 7 bạn mới) trong cả khóa.",
         [("bạn mới", "<=", 7, None, "mỗi trợ giảng kèm")]),
    ],
)  # fmt: skip
def test_figures_beside_others_are_kept_apart(said, sentence, wanted):
    assert said(sentence) == wanted


def test_who_makes_a_share_that_opens_its_item(read):
    document = read(
        "KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Ôn tập.\n2. Mở tủ sách; ít nhất 65% trẻ mượn sách trong tuần.\n", language="vi"
    )
    (row,) = requirements.extract(document)
    assert (row.get("subject"), row.get("value")) == ("trẻ mượn sách", 65)


def test_a_heading_of_any_plan_is_no_subject(read):
    document = read("KẾ HOẠCH\nI. MỤC ĐÍCH, YÊU CẦU\n1. Ôn tập.\n2. Ít nhất 65%.\n", language="vi")
    assert [row.get("subject") for row in requirements.extract(document)] == []


def test_a_share_ends_before_the_days_in_which_it_is_paid(said):
    assert said("Người làm vỡ kính phải bồi thường 90% giá mua trong vòng 6 ngày kể từ ngày vỡ.") == [
        ("Người làm vỡ kính", "=", 90, "percent", "giá mua"),
        ("Người làm vỡ kính", "<=", 6, "day", "kể từ ngày vỡ"),
    ]


def test_what_but_says_further_of_somebody_leaves_him_the_subject(said):
    (row,) = said("Bạn đọc đã hết hạn thẻ nhưng chưa trả sách trong thời hạn 4 tháng được gia hạn.")
    assert row[0].startswith("Bạn đọc đã hết hạn thẻ nhưng chưa")


def test_for_whom_a_figure_holds_stands_beside_what_it_is_measured_by(said):
    assert said("Mức phí đối với lớp ngắn bằng 1,5 lần mức phí chuẩn.") == [
        ("Mức phí", "=", 1.5, "time", "lớp ngắn, mức phí chuẩn")
    ]
    assert said("Trong trường hợp cần thiết, số giờ trực đối với một thủ thư không quá 12 giờ/tuần.") == [
        ("số giờ trực", "<=", 12, "hour", "một thủ thư, tuần")
    ]


def test_a_time_limit_is_of_the_deed_and_not_of_its_condition(said):
    (row,) = said("Trưởng nhóm xem sách, đóng dấu nếu đồng ý với phiếu mượn chậm nhất 2 tuần kể từ ngày mượn.")
    assert row[0].startswith("Trưởng nhóm xem sách")
