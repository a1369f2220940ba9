"""Vietnamese figures of regulations: levels by language, coefficients, times in a row, two duties in a sentence."""

import pytest

from extractors.tables import requirements, terms


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Giấy chứng nhận ngoại ngữ từ bậc 5 đối với tiếng Pháp, bậc 2 đối với tiếng Lào trở lên được công nhận.",
         [("Giấy chứng nhận ngoại ngữ", ">=", 5, "level", "tiếng Pháp"),
          ("Giấy chứng nhận ngoại ngữ", ">=", 2, "level", "tiếng Lào")]),
        ("Lớp từ 12 đến 15 học viên: hệ số 1,4", [("Lớp từ 12 đến 15 học viên", "=", 1.4, None, None)]),
        ("Học viên bị cảnh báo 3 lần liên tiếp.", [("Học viên bị cảnh báo", "=", 3, "time", None)]),
        ("Luận án phải do ba nhà khoa học phản biện.", [("nhà khoa học phản biện", "=", 3, "person", None)]),
        ("Phải có ít nhất 04 thư ký vào sổ điểm và phải gửi sổ chậm nhất 03 ngày kể từ buổi thi.",
         [("thư ký vào sổ điểm", ">=", 4, "person", None), ("gửi sổ", "<=", 3, "day", "kể từ buổi thi")]),
        ("Chậm nhất 04 ngày, sau khi lớp khai giảng, cố vấn duyệt đăng ký.",
         [("cố vấn duyệt đăng ký", "<=", 4, "day", "sau khi lớp khai giảng")]),
        ("Người dạy phải là người có ít nhất 6 năm kinh nghiệm nghề nghiệp.",
         [("kinh nghiệm nghề nghiệp", ">=", 6, "year", None)]),
        ("Việc đổi lớp được giải quyết trong 04 tuần đầu của năm học.",
         [("Việc đổi lớp", "<=", 4, "week", "của năm học")]),
        ("Lệ phí thi lại được tính bằng 1,3 lần mức ghi ở mục 2, 5, 6 của Biểu phí.",
         [("Lệ phí thi lại", "=", 1.3, "time", "mức ghi ở mục 2, 5, 6 của Biểu phí")]),
        ("Trong trường hợp đông người, mỗi xưởng phải có tối thiểu 03 kỹ thuật viên trực.",
         [("kỹ thuật viên trực", ">=", 3, "person", "mỗi xưởng")]),
        ("Nhóm học có từ 18 đến 28 sinh viên.", [("sinh viên", "between", 18, "person", "Nhóm học")]),
        ("Kỳ thi được tổ chức 03 lần trong một năm học.",
         [("Kỳ thi được tổ chức", "=", 3, "time", "trong một năm học")]),
        ("Khoa trả lời trong thời gian 06 ngày làm việc.", [("Khoa trả lời", "<=", 6, "working_day", None)]),
        ("Tác giả nộp hồ sơ không muộn hơn 25 ngày.", [("Tác giả nộp hồ sơ", "<=", 25, "day", None)]),
        ("Học viên được tạm nghỉ tối đa 03 học kỳ.", [("Học viên được tạm nghỉ", "<=", 3, None, None)]),
        ("Môn học được miễn khi có điểm đạt từ 6,5 trở lên và có đề cương tương đương ít nhất 65% môn học mới.",
         [("điểm", ">=", 6.5, None, None), ("đề cương tương đương", ">=", 65, "percent", "môn học mới")]),
        ("Có ít nhất 18 tháng kinh nghiệm nghề đối với thợ may.",
         [("kinh nghiệm nghề", ">=", 18, "month", "thợ may")]),
        ("Giám thị có mặt trước giờ thi ít nhất 25 phút.", [("Giám thị có mặt", ">=", 25, None, "trước giờ thi")]),
        ("Mỗi buổi không quá 3 tiết, sau mỗi tiết nghỉ 5 phút.", [("Mỗi buổi", "<=", 3, "period", None)]),
        ("Chấm vấn đáp: mỗi bàn thi không quá 15 thí sinh.", [("mỗi bàn thi", "<=", 15, "person", None)]),
        ("Bài tập lớn chiếm 35% điểm học phần.", [("Bài tập lớn", "=", 35, "percent", "điểm học phần")]),
        ("Đạt khi tổng điểm từ 6,0 trở lên và không có phần nào dưới 2,0 điểm.",
         [("tổng điểm", ">=", 6, None, None), ("phần", ">=", 2, "point", None)]),
        ("Chứng chỉ cấp chưa quá 03 năm.", [("Chứng chỉ cấp", "<=", 3, "year", None)]),
        ("Điểm thi công bố sau không quá 12 ngày kể từ buổi thi.",
         [("Điểm thi công bố", "<=", 12, "day", "kể từ buổi thi")]),
        ("Mỗi bàn có 03 giám thị và không quá 25 thí sinh.",
         [("giám thị", "=", 3, "person", "Mỗi bàn"), ("thí sinh", "<=", 25, "person", "Mỗi bàn")]),
        ("Tổ có 03 giám thị.", []),
        ("Hội đồng thi gồm 05 đến 09 thành viên do Viện trưởng mời.",
         [("thành viên", "between", 5, "person", "Hội đồng thi")]),
        ("Hội đồng chấm có ít nhất 05 thành viên, trong đó có 03 phản biện.",
         [("thành viên", ">=", 5, "person", "Hội đồng chấm"), ("phản biện", "=", 3, "person", None)]),
        ("Hội đồng gồm 09 thành viên có tên sau.", []),
        ("Tổ thư ký: tham mưu thành lập Hội đồng duyệt gồm 05 thành viên.",
         [("thành viên", "=", 5, "person", "Hội đồng duyệt")]),
        ("Hội đồng thi do Viện trưởng lập, gồm 05 đến 09 thành viên, trong đó có 03 thư ký.",
         [("thành viên", "between", 5, "person", None), ("thư ký", "=", 3, "person", None)]),
        ("Mỗi dãy bàn có tối đa 24 thí sinh và ít nhất 03 giám thị.",
         [("thí sinh", "<=", 24, "person", "Mỗi dãy bàn"), ("giám thị", ">=", 3, "person", "Mỗi dãy bàn")]),
        ("Giấy khen kỳ thi với tổng điểm từ 6,0/10 điểm trở lên.", [("tổng điểm", ">=", 6, "point", None)]),
        ("Học viên lớp dịch phải đạt bậc 5/6 tiếng Nga và bậc 2/6 ngoại ngữ hai.",
         [("Học viên lớp dịch", ">=", 5, "level", "tiếng Nga"),
          ("Học viên lớp dịch", ">=", 2, "level", "ngoại ngữ hai")]),
        ("Kết quả gồm điểm do lớp chấm (trọng số 45%) và điểm do thầy chấm (trọng số 55%).",
         [("điểm do lớp chấm", "=", 45, "percent", "Kết quả"),
          ("điểm do thầy chấm", "=", 55, "percent", "Kết quả")]),
        ("Trường tổ chức ôn ít nhất 03 đợt/năm.", [("Trường tổ chức ôn", ">=", 3, None, "năm")]),
        ("Quy định này có hiệu lực sau 12 ngày kể từ ngày ký.", []),
        ("Học viên dự lớp từ 70% số buổi thực hành trở lên.",
         [("Học viên dự lớp", ">=", 70, "percent", "số buổi thực hành")]),
        ("Lịch trực được thông báo trước 10 ngày.", [("Lịch trực được thông báo", ">=", 10, "day", None)]),
        ("Điểm nghe chiếm 35% và điểm nói chiếm 15% tổng điểm.",
         [("Điểm nghe", "=", 35, "percent", None), ("điểm nói", "=", 15, "percent", "tổng điểm")]),
        ("Là nhân viên cơ hữu, có thời gian trực tại xưởng từ 03 năm trở lên.",
         [("thời gian trực tại xưởng", ">=", 3, "year", None)]),
        ("Người học được đổi lớp sau 3 tuần kể từ buổi đầu, nhưng không muộn quá 6 tuần.",
         [("Người học được đổi lớp", ">=", 3, "week", "kể từ buổi đầu"),
          ("Người học được đổi lớp", "<=", 6, "week", None)]),
        ("Khối lượng tối thiểu mà mỗi người học phải ghi tên vào sổ lớp trong mỗi kỳ là 9 tín chỉ.",
         [("Khối lượng tối thiểu mà mỗi người học phải ghi tên vào sổ lớp", ">=", 9, "credit", "trong mỗi kỳ")]),
        ("Để hiểu được một bài học viên phải đọc ít nhất 3 giờ ở nhà.",
         [("học viên phải đọc", ">=", 3, "hour", None)]),
        ("Đối với hệ từ xa: thời gian học chuẩn là 2 năm.",
         [("thời gian học chuẩn", "=", 2, "year", "hệ từ xa")]),
        ("Đã nộp đủ học phí của khóa học, điểm trung bình từ 2,50 trở lên.",
         [("điểm trung bình", ">=", 2.5, None, None)]),
        ("Việc thi thay; việc sửa bài làm phải được báo cáo trong thời hạn 6 ngày.",
         [("Việc thi thay; việc sửa bài làm phải được báo cáo", "<=", 6, "day", None)]),
        ("Học viên dự đầy đủ 90% số buổi tập.", [("Học viên dự", ">=", 90, "percent", "số buổi tập")]),
        ("Điểm trung bình của khóa: từ 6,5 điểm trở lên.",
         [("Điểm trung bình của khóa", ">=", 6.5, "point", None)]),
        ("Học viên học lại nộp 130% mức lệ phí.", [("Học viên học lại", "=", 130, "percent", "mức lệ phí")]),
        ("Học viên được miễn môn học nhưng tổng số tín chỉ được miễn không quá 40% chương trình.",
         [("tổng số tín chỉ được miễn", "<=", 40, "percent", "chương trình")]),
        ("Điểm môn học gồm điểm tập có trọng số 0,3 và điểm thi có trọng số 0,7.",
         [("điểm tập", "=", 0.3, None, "Điểm môn học"), ("điểm thi", "=", 0.7, None, "Điểm môn học")]),
        ("Khối lượng đăng ký không dưới 9 và không quá 21 tín chỉ.",
         [("Khối lượng đăng ký", "between", 9, "credit", None)]),
    ],
)  # fmt: skip
def test_figures_are_read_with_what_they_bind(said, sentence, wanted):
    assert said(sentence) == wanted


def test_what_a_figure_holds_for_binds_nothing_itself(said):
    assert said("Đối với lớp có từ 50 học viên trở lên, phải bố trí ít nhất 03 giám thị.") == [
        ("bố trí", ">=", 3, "person", "lớp có từ 50 học viên trở lên")
    ]
    assert said("Việc xét theo nhóm áp dụng đối với các môn có khối lượng nhỏ hơn 02 tín chỉ.") == []


def test_a_level_without_upwards_and_a_coefficient_with_a_unit_bind_nothing(said):
    assert said("Chương trình gồm bậc 4 cho tiếng Pháp và bậc 2 đối với tiếng Lào.") == []
    assert said("Điểm hệ số 2 tiết.") == []


def test_a_least_and_a_most_of_different_things_stay_two(said):
    rows = said("Khối lượng không dưới 9 tín chỉ và thời gian không quá 6 tháng.")
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


@pytest.mark.parametrize(
    "rule",
    [
        "Số bài mà mỗi học viên đăng ký được quy định như sau:\n"
        "- Không ít hơn 4 tín chỉ, trừ kỳ cuối;\n- Không quá 9 tín chỉ.",
        "Khoản 3 Điều 5 được sửa như sau:\n“3. Số bài mà mỗi học viên đăng ký:\n"
        "a) Không ít hơn 4 tín chỉ, trừ kỳ cuối;\nb) Không quá 9 tín chỉ.”",
    ],
)
def test_items_are_about_what_their_list_hangs_on(said, rule):
    assert [row[:3] for row in said(rule)] == [
        ("Số bài mà mỗi học viên đăng ký", ">=", 4),
        ("Số bài mà mỗi học viên đăng ký", "<=", 9),
    ]
