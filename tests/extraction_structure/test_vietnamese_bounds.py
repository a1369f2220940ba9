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
        ("Sinh viên có chứng chỉ ngoại ngữ tối thiểu trình độ B1.",
         [("chứng chỉ ngoại ngữ", ">=", None, "level", None)]),
        ("Mỗi tín chỉ được tính bằng 16 giờ lên lớp.", [("Mỗi tín chỉ", "=", 16, "hour", "Mỗi tín chỉ")]),
        ("Một tín chỉ được quy định tối thiểu bằng 16 giờ lên lớp.", [("Một tín chỉ", ">=", 16, "hour", None)]),
        ("Một tín chỉ tương đương 48 giờ tự học.", [("Một tín chỉ", "=", 48, "hour", None)]),
        ("Phiếu thi tương đương 48 giờ tự học.", []),
        ("Thẻ thư viện có thời hạn 18 tháng kể từ ngày cấp.",
         [("Thẻ thư viện", "=", 18, "month", "kể từ ngày cấp")]),
        ("Thời gian học từ 2 năm đến 3 năm đối với lớp ngày và từ 4 năm đến 5 năm đối với lớp đêm.",
         [("Thời gian học", "between", 2, "year", "lớp ngày"), ("Thời gian học", "between", 4, "year", "lớp đêm")]),
        ("Thời gian thực tập của sinh viên: từ 05 tuần đến 07 tuần.",
         [("Thời gian thực tập của sinh viên", "between", 5, "week", None)]),
        ("Lớp có quy mô từ 70 học viên trở lên được cử 03 trợ giảng.",
         [("Lớp có quy mô", ">=", 70, "person", None)]),
        ("Phòng thí nghiệm chỉ dành cho sinh viên năm thứ 4 trở lên.", []),
        ("Học sinh khối 7 trở lên được dự thi.", []),
        ("Ứng viên có chứng chỉ tiếng Nga bậc 2/6 trở lên.", [("chứng chỉ tiếng Nga", ">=", 2, "level", None)]),
        ("Đối với các học phần có khối lượng nhỏ hơn 03 tín chỉ, bộ môn được chọn hình thức thi.", []),
        ("Đối với lớp học phần có dưới 20 sinh viên, thời gian thi tối đa 45 phút.",
         [("thời gian thi", "<=", 45, None, "lớp học phần có dưới 20 sinh viên")]),
        ("Ban chấm có 07 thành viên, trong đó có ít nhất 03 phản biện.",
         [("thành viên", "=", 7, "person", "Ban chấm"), ("phản biện", ">=", 3, "person", None)]),
        ("Học viên vắng quá 15% số buổi hoặc có điểm bài tập dưới 4 điểm không được dự thi.",
         [("Học viên vắng", ">", 15, "percent", "số buổi"), ("điểm bài tập", "<", 4, "point", None)]),
        ("Đối với học viên có điểm học kỳ từ 8,5 trở lên, số học phần học thêm tối đa là 4 học phần.",
         [("số học phần học thêm", "<=", 4, "course", "học viên có điểm học kỳ từ 8,5 trở lên")]),
        ("Đối với học viên có điểm học kỳ từ 8,5 trở lên được mượn không quá 6 giờ phòng máy.",
         [("mượn", "<=", 6, "hour", "học viên có điểm học kỳ từ 8,5 trở lên")]),
        ("Học viên bị nhắc nhở nếu đến muộn quá 10% số buổi học hoặc điểm thực hành dưới 3 điểm.",
         [("đến muộn", ">", 10, "percent", "số buổi học"), ("điểm thực hành", "<", 3, "point", None)]),
        ("Một tín chỉ bằng 48 giờ định mức, 01 giờ định mức bằng 45 phút.",
         [("Một tín chỉ", "=", 48, "hour", None)]),
        ("Học viên dự ít nhất 65% số buổi của môn và tham gia các bài thí nghiệm.",
         [("Học viên dự", ">=", 65, "percent", "số buổi của môn")]),
        ("Một tín chỉ bằng 14 tiết học lý thuyết; 28 tiết thực hành; 42 giờ thực tập ở xưởng.",
         [("Một tín chỉ", "=", 14, "period", None), ("Một tín chỉ", "=", 28, "period", None),
          ("Một tín chỉ", "=", 42, "hour", None)]),
        ("Trợ giảng có trình độ tiếng Nga tối thiểu tương đương cấp độ C1.",
         [("trình độ tiếng Nga", ">=", None, "level", None)]),
        ("Học viên vùng cao được áp dụng mức thấp hơn một bậc.", []),
        ("Học viên dự dưới 75% số buổi không được dự thi.", [("Học viên dự", "<", 75, "percent", "số buổi")]),
        ("Lớp có dưới 40% học viên nữ được ưu tiên.", []),
        ("Mỗi bài thi chỉ được đưa ra phúc khảo 01 lần.", [("Mỗi bài thi", "=", 1, "time", "Mỗi bài thi")]),
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


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Điểm chuyên cần từ 60 điểm trở lên và không có bài nào dưới 4,5.",
         [("Điểm chuyên cần", ">=", 60, "point", None), ("bài", ">=", 4.5, None, None)]),
        ("Học viên cao học phải có ít nhất 03 bài báo.", [("bài báo", ">=", 3, None, "Học viên cao học")]),
        ("Bộ câu hỏi phải có ít nhất 04 mức độ khó.", [("mức độ khó", ">=", 4, None, "Bộ câu hỏi")]),
        ("Học viên vào phòng chậm quá 10 phút sau khi phát đề bị lập biên bản.",
         [("Học viên vào phòng chậm", ">", 10, None, "sau khi phát đề")]),
        ("Học viên bị nhắc nhở trừ 15% tổng số điểm.", [("Học viên bị nhắc nhở", "=", 15, "percent", "tổng số điểm")]),
        ("Học viên được miễn tối đa 30% khối lượng, tương đương không quá 45 tín chỉ.",
         [("Học viên được miễn", "<=", 30, "percent", "khối lượng"), ("Học viên được miễn", "<=", 45, "credit", None)]),
        ("Thời hạn trả lời: 06 ngày làm việc kể từ ngày nhận đơn.",
         [("Thời hạn trả lời", "=", 6, "working_day", "kể từ ngày nhận đơn")]),
        ("Phòng thí nghiệm báo cáo định kỳ 04 tháng một lần.", [("Phòng thí nghiệm báo cáo", "=", 4, "month", None)]),
        ("Tổng số giờ vượt không quá 150 giờ chuẩn/năm học.", [("Tổng số giờ vượt", "<=", 150, "hour", "năm học")]),
        ("Những học phần có điểm từ 5,5 (thang điểm 10) trở lên được giữ.", [("điểm", ">=", 5.5, None, None)]),
        ("Thí sinh nộp IELTS (Academic) từ 6.5 hoặc TOEFL iBT từ 81 điểm.",
         [("IELTS", ">=", 6.5, "point", None), ("TOEFL iBT", ">=", 81, "point", None)]),
        ("Thí sinh nộp IELTS từ 6.5 đến 7.0.", []),
        ("Tổ chấm trả bài trong thời hạn 4 ngày làm việc, chậm nhất không quá 6 ngày kể từ ngày thi.",
         [("Tổ chấm trả bài", "<=", 4, "working_day", None), ("Tổ chấm trả bài", "<=", 6, "day", "kể từ ngày thi")]),
        ("Thời gian tối đa để học xong là 7 năm đối với khóa 3 năm, 8 năm đối với khóa 3,5 năm.",
         [("Thời gian tối đa để học xong", "<=", 7, "year", "khóa 3 năm"),
          ("Thời gian tối đa để học xong", "<=", 8, "year", "khóa 3,5 năm")]),
    ],
)  # fmt: skip
def test_bounds_in_rules_of_study(said, sentence, wanted):
    assert said(sentence) == wanted


def test_what_a_fraction_is_of(read):
    (row,) = requirements.extract(read("Điều 1. Khối lượng không ít hơn 3/5 khối lượng trung bình và phải học đủ.\n"))
    said = {column: row.cells[column].value for column in ("subject", "value_text", "scope")}
    assert said == {"subject": "Khối lượng", "value_text": "3/5", "scope": "khối lượng trung bình"}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Học viên có chứng chỉ tiếng Trung còn hạn (tính đến ngày nộp đơn, ngày xét) từ bậc 4 trở lên được miễn thi.",
         [("chứng chỉ tiếng Trung còn hạn", ">=", 4, "level", None)]),
        ("Trường hợp điều chỉnh, bổ sung lịch trực, các tổ phải gửi đề nghị ít nhất 3 tuần trước khi trực.",
         [("các tổ phải gửi đề nghị", ">=", 3, "week", "trước khi trực")]),
        ("Trường hợp cần bổ sung, điều chỉnh lịch trực, tổ phải đề nghị chậm nhất 2 tuần trước khi trực.",
         [("tổ phải đề nghị", "<=", 2, "week", "trước khi trực")]),
        ("Trường hợp có thay đổi phòng máy so với lịch, Trưởng tổ phải báo cáo chậm nhất 05 ngày trước khi học.",
         [("Trưởng tổ phải báo cáo", "<=", 5, "day", "trước khi học")]),
        ("Với lớp trực tuyến, phải giữ được tính nghiêm túc, công bằng, đồng thời điểm thi không quá 35% điểm môn.",
         [("điểm thi", "<=", 35, "percent", "điểm môn")]),
        ("Trong điều kiện có nhiều ca, mỗi tổ phải có tối thiểu 03 giáo viên tham gia trực.",
         [("giáo viên", ">=", 3, "person", "mỗi tổ")]),
        ("Giảng viên có bằng tiến sĩ được hướng dẫn tối đa 06 luận án; thạc sĩ già được hướng dẫn tối đa 02 luận án.",
         [("luận án", "<=", 6, None, "Giảng viên có bằng tiến sĩ"), ("luận án", "<=", 2, None, "thạc sĩ già")]),
        ("Hội đồng có ít nhất 03 thành viên đại diện cho doanh nghiệp.",
         [("thành viên đại diện cho doanh nghiệp", ">=", 3, "person", "Hội đồng")]),
        ("Ban chấm là tổ chức do Trường lập, gồm ít nhất 03 thành viên.", [("thành viên", ">=", 3, "person", None)]),
        ("Sinh viên phải đạt bậc 4 đối với tiếng Nga và bậc 2 đối với ngoại ngữ hai.",
         [("Sinh viên", ">=", 4, "level", "tiếng Nga"), ("Sinh viên", ">=", 2, "level", "ngoại ngữ hai")]),
        ("Học viên cũ có thể được xét miễn 4 - 9 tín chỉ thuộc khối tự chọn.",
         [("Học viên cũ", "between", 4, "credit", None)]),
    ],
)  # fmt: skip
def test_clauses_and_cases_before_a_bound(said, sentence, wanted):
    assert said(sentence) == wanted


def test_a_least_and_a_most_that_are_shares_of_one_amount(read):
    rows = requirements.extract(read(
        "QUY CHẾ\nĐiều 8. Khối lượng\n1. Số tín chỉ mà học viên đăng ký tối thiểu bằng 3/5, "
        "tối đa bằng 4/3 số tín chỉ bình quân mỗi học kỳ.\n"
    ))  # fmt: skip
    assert [(row.get("subject"), row.get("comparator"), row.get("value_text")) for row in rows] == [
        ("Số tín chỉ mà học viên đăng ký", ">=", "3/5"), ("Số tín chỉ mà học viên đăng ký", "<=", "4/3"),
    ]  # fmt: skip
