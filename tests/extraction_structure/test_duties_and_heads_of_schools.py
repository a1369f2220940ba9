"""Acts of Vietnamese schools: figures of duties and deductions, typewritten numbers, titles, bodies, short scales."""

import pytest

from extractors.finding import find
from extractors.heads import read_head
from extractors.tables import citations, grades, provisions, recipients, requirements, tasks, terms

HEAD = (
    "{}\nTRƯỜNG ĐẠI HỌC SÔNG LAM\nSố: 15/KH-ĐHSL\nSông Lam, ngày 4 tháng 3 năm 2031\nKẾ HOẠCH\n{}\n"
    "I. MỤC ĐÍCH\n1. Gọn.\n"
)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Thí sinh ghi sai số báo danh bị trừ 2 điểm cho mỗi tờ.",
         [("Thí sinh ghi sai số báo danh", "=", 2, "point", "cho mỗi tờ")]),
        ("Học viên nợ môn phải học bổ sung 03 học phần với tổng số 08 tín chỉ.",
         [("Học viên nợ môn", "=", 3, "course", None),
          ("Học viên nợ môn phải học bổ sung 03 học phần", "=", 8, "credit", None)]),
        ("Đề thi được in và niêm phong trước khi mở phòng thi 6 ngày.",
         [("Đề thi được in và niêm phong", ">=", 6, "day", "trước khi mở phòng thi")]),
        ("Đề được nộp về phòng trước ngày thi chậm nhất 6 ngày.",
         [("Đề được nộp về phòng", "<=", 6, "day", "trước ngày thi")]),
        ("Bạn đọc được mượn không quá 04 cuốn truyện trong thời hạn 03 tuần.",
         [("cuốn truyện", "<=", 4, None, None), ("Bạn đọc được mượn", "<=", 3, "week", None)]),
        ("Thủ thư trường phổ thông phải đạt tối thiểu bậc 2.",
         [("Thủ thư trường phổ thông", ">=", 2, "level", None)]),
        ("Tổ quét sân ít nhất 03 lần mỗi tuần.", [("Tổ quét sân", ">=", 3, "time", "mỗi tuần")]),
        ("Đơn được nhận trước ngày mở phòng thi ít nhất 6 ngày.",
         [("Đơn được nhận", ">=", 6, "day", "trước ngày mở phòng thi")]),
        ("Tổ mở lớp ôn tối thiểu 03 đợt trong một năm học.", [("Tổ mở lớp ôn", ">=", 3, None, "trong một năm học")]),
        ("Mỗi bài đạt từ 3,0 điểm trở lên và điểm trung bình đạt từ 4,5 điểm trở lên.",
         [("Mỗi bài", ">=", 3, "point", None), ("điểm trung bình", ">=", 4.5, "point", None)]),
        ("Có chứng chỉ tiếng Nga A1 trở lên đối với hệ trung cấp và A2 trở lên đối với hệ cao đẳng.",
         [("chứng chỉ tiếng Nga", ">=", None, "level", "hệ trung cấp"),
          ("chứng chỉ tiếng Nga", ">=", None, "level", "hệ cao đẳng")]),
        ("Được miễn khi có TOEIC từ 420 điểm trở lên, 4.0 IELTS hoặc tương đương.",
         [("TOEIC", ">=", 420, "point", None), ("IELTS", ">=", 4, "point", None)]),
        ("Học viên vắng quá 15% số buổi không được thi. Điểm môn gồm điểm bài tập chiếm 35% và điểm thi chiếm 65%.",
         [("Học viên vắng", ">", 15, "percent", "số buổi"), ("điểm bài tập", "=", 35, "percent", "Điểm môn"),
          ("điểm thi", "=", 65, "percent", "Điểm môn")]),
    ],
)  # fmt: skip
def test_figures_of_duties(said, sentence, wanted):
    assert [row[:4] for row in said(sentence)] == [row[:4] for row in wanted]
    assert [row[4] for row in said(sentence) if row[3] != "percent"] == [r[4] for r in wanted if r[3] != "percent"]


def test_typewritten_numbers_open_provisions(read):
    document = read(
        "THÔNG BÁO\nVề lịch thi\nI/- THỜI GIAN\n1/- Ca sáng:\nThi lúc 7 giờ.\n2/- Ca chiều:\nThi lúc 13 giờ.\n"
    )
    assert [r.get("number") for r in provisions.extract(document)] == ["I", "I.1", "I.2"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Xét và công nhận danh hiệu lớp giỏi năm 2031", "Xét và công nhận danh hiệu lớp giỏi năm 2031"),
        ("Thực hiện công tác bảo đảm chất lượng", "Thực hiện công tác bảo đảm chất lượng"),
        ("Thực hiện Công văn số 17/SGDĐT ngày 3/1/2031", None),
        ("Thực hiện nhiệm vụ năm học theo chỉ đạo của Sở, Trường xây\ndựng kế hoạch như sau:", None),
    ],
)
def test_titles_that_begin_as_a_basis_does(read, title, wanted):
    head = read_head(read(HEAD.format("BỘ CÔNG THƯƠNG", title), kind="plan", language="vi"))
    assert head.get("title") == wanted


def test_a_body_whose_name_begins_as_a_team_does(read):
    head = read_head(read(HEAD.format("TỔNG LIÊN ĐOÀN LAO ĐỘNG", "Tuyển sinh năm 2031"), kind="plan", language="vi"))
    assert head.get("parent_body") == "TỔNG LIÊN ĐOÀN LAO ĐỘNG"


def test_a_title_tells_of_what_somebody_said(read):
    basis = "Căn cứ Thông báo số 9/TB-ĐHSL ngày 02/3/2031 về kết luận của Hiệu trưởng về lịch thi;"
    asked = "Theo đề nghị của Ban soạn thảo Quy chế thi,"
    text = f"QUYẾT ĐỊNH\nVề lịch thi\n{basis}\n{asked}\nQUYẾT ĐỊNH:\nĐiều 1. Mở ca thi.\n"
    rows = citations.extract(find(read(text, language="vi")))
    assert [(r.get("number"), r.get("title"), r.get("issuer")) for r in rows] == [
        ("9/TB-ĐHSL", "kết luận của Hiệu trưởng về lịch thi", None)
    ]


def test_labels_below_a_heading_that_lists_them_are_no_terms(read):
    text = (
        "BIÊN BẢN\nHọp tổ\nI. ĐỊA ĐIỂM, THÀNH PHẦN\n1. Địa điểm: tại phòng họp số hai của nhà trường.\n"
        "2. Thành phần: có mặt đủ tám giáo viên của tổ.\nII. NỘI DUNG\n1. Bàn lịch.\n"
    )
    assert terms.extract(read(text, language="vi")) == []


def test_a_scale_by_names_whose_head_says_little(read):
    words = (
        "QUY CHẾ\nĐiều 4. Phân loại\n1. Loại như sau:\nLoại\tKhung điểm\tMô tả\nXuất sắc\t91 - 100\tGương mẫu cho lớp\n"
        "Khá\t71 - 90\tTham gia đều\nTrung bình\t51 - 70\tTham gia ít\nKém\t0 - 50\tVi phạm nhiều\n"
    )
    rows = grades.extract(read(words, language="vi"))
    assert [tuple(r.get(c) for c in ("label", "min_percent", "max_percent", "criterion")) for r in rows][:2] == [
        ("Xuất sắc", 91, 100, "Gương mẫu cho lớp"), ("Khá", 71, 90, "Tham gia đều"),
    ]  # fmt: skip


def test_the_former_rule_told_for_contrast_binds_nothing(read):
    now = "Trước đây, học viên chỉ phải đạt 40 điểm; nay mức điểm tối thiểu là 55 điểm."
    text = f"QUY ĐỊNH\nĐiều 7. Mức\n1. {now}\n2. Khác.\n"
    rows = requirements.extract(read(text, language="vi"))
    assert [(r.get("subject"), r.get("value")) for r in rows] == [("mức điểm", 55)]


def test_a_list_of_units_is_addressed(read):
    units = "Phòng Công tác học sinh, Phòng Thiết bị, các Khoa, Bộ môn, Viện, Trung tâm Tin học ứng dụng"
    text = f"THÔNG BÁO\nVề lịch nghỉ\n1. {units} thông báo cho sinh viên được biết trước ngày 04/03/2031.\n2. Khác.\n"
    found = [(r.get("responsible"), r.get("due_on")) for r in tasks.extract(read(text, language="vi"))]
    assert found == [(units, "2031-03-04")]


def test_a_chapter_of_an_enacted_text_is_cited_with_the_title_of_the_text(read):
    name = "Nội quy phòng máy, phòng thực hành và thư viện của Trường Cao đẳng Nghề Sông Lam - Bến Thủy"
    basis = f"Căn cứ Chương II của {name} ban hành theo Quyết định số 12/QĐ-CĐSL ngày 03/02/2030 của Hiệu trưởng;"
    rows = citations.extract(find(read(f"THÔNG BÁO\nVề lịch\n{basis}\n1. Ca sáng.\n2. Ca chiều.\n", language="vi")))
    assert [(r.get("number"), r.get("title"), r.get("article")) for r in rows] == [("12/QĐ-CĐSL", name, "Chương II")]


def test_what_the_head_of_a_school_asks_is_no_part_of_a_title(read):
    basis = (
        "Thực hiện Công văn số 16/SGDĐT ngày 3/3/2031 về việc phòng dịch, Hiệu trưởng Trường Sông Lam yêu cầu các tổ:"
    )
    rows = citations.extract(find(read(f"THÔNG BÁO\nVề lịch\n{basis}\n1. Nghỉ.\n2. Báo cáo.\n", language="vi")))
    assert [r.get("title") for r in rows] == ["phòng dịch"]


def test_a_branch_of_a_school_issues_and_a_recipient_is_told_by_a_way(read):
    text = (
        "TRƯỜNG ĐẠI HỌC SÔNG LAM\nPHÂN HIỆU TRƯỜNG ĐẠI HỌC\nSÔNG LAM TẠI TỈNH BẾN TRÀ\nSố: 15/TB-PHSL\n"
        "Bến Trà, ngày 4 tháng 3 năm 2031\nTHÔNG BÁO\nVề lịch\n1. Nghỉ.\n"
        "Nơi nhận:\n- Sinh viên (qua website);\n- Lưu: VT.\n"
    )
    document = read(text, kind="notice", language="vi")
    head = read_head(document)
    assert head.get("parent_body") == "TRƯỜNG ĐẠI HỌC SÔNG LAM"
    assert head.get("issuer") == "PHÂN HIỆU TRƯỜNG ĐẠI HỌC SÔNG LAM TẠI TỈNH BẾN TRÀ"
    assert [(r.get("name"), r.get("purpose")) for r in recipients.extract(document)][0] == ("Sinh viên", "qua website")


def test_a_deed_behind_a_semicolon_is_of_the_same_unit_and_a_heading_may_say_when(read):
    text = (
        "KẾ HOẠCH\nTuyển sinh\nI. TỔ CHỨC\n1. UBND huyện Sông Lam lập danh sách; gửi danh sách trước ngày 5/4/2031.\n"
        "II. NỘP ĐƠN\n1. Thời gian nhận đơn và ảnh\nTừ ngày 09/03/2031 đến hết ngày 13/03/2031.\n"
        "2. Nơi nhận đơn\nTại xã.\n"
    )
    rows = tasks.extract(read(text, kind="plan", language="vi"))
    found = [(r.get("title"), r.get("responsible"), r.get("starts_on"), r.get("due_on")) for r in rows]
    assert ("gửi danh sách", "UBND huyện Sông Lam", None, "2031-04-05") in found
    assert ("Thời gian nhận đơn và ảnh", None, "2031-03-09", "2031-03-13") in found


def test_the_text_below_a_title_is_no_part_of_it(read):
    said = (
        "V/v nhận phòng ở năm 2031\nTrung tâm Nội trú tại TP. Bến Trà thông báo lịch nhận phòng của sinh\nviên như sau:"
    )
    assert read_head(read(HEAD.format("BỘ CÔNG THƯƠNG", said), kind="plan", language="vi")).get("title") == (
        "V/v nhận phòng ở năm 2031"
    )


def test_an_officer_behind_a_title_issued_the_act(read):
    rules = "Thông tư số 7/2031/TT-BGDĐT ngày 3/3/2031 ban hành Quy chế thi (QCT)"
    basis = f"Căn cứ {rules} của Bộ trưởng Bộ Giáo dục và Đào tạo;"
    text = f"QUYẾT ĐỊNH\nVề lịch thi\n{basis}\nQUYẾT ĐỊNH:\nĐiều 1. Mở ca thi.\n"
    rows = citations.extract(find(read(text, language="vi")))
    assert rows[0].get("title") == "ban hành Quy chế thi (QCT)"
    assert rows[0].get("issuer") == "Bộ trưởng Bộ Giáo dục và Đào tạo"
