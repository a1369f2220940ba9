"""Marks of footnotes, requests at the end of an act and sentences that go on are no parts of clauses of their own."""

from extractors.tables import provisions


def _said(document):
    return [(r.get("number"), r.get("heading"), r.get("text")) for r in provisions.extract(document)]


def test_marks_of_footnotes_are_left_out(read):
    document = read(
        "THÔNG TƯ\nĐiều 1. Giờ trực[1]\n1.[2] Giờ trực của tổ là 30 giờ mỗi tháng.\n"
        "2. Tổ trưởng được nghỉ bù.[3]\nĐiều 2. Hiệu lực[4]\n1. Có hiệu lực từ ngày ký.\n2. Đơn vị báo cáo khi cần.\n",
        language="vi",
    )
    assert _said(document)[:4] == [
        ("Điều 1", "Giờ trực", None),
        ("Điều 1.1", None, "Giờ trực của tổ là 30 giờ mỗi tháng."),
        ("Điều 1.2", None, "Tổ trưởng được nghỉ bù."),
        ("Điều 2", "Hiệu lực", None),
    ]


def test_a_source_in_brackets_behind_a_blank_stays(read):
    document = read(
        "QUY ĐỊNH\nĐiều 1. Chuẩn bị bài\n1. Người học đọc chương 2 của [3] trước buổi học.\n2. Khác.\n", language="vi"
    )
    assert _said(document)[1][2] == "Người học đọc chương 2 của [3] trước buổi học."


def test_a_sentence_that_goes_on_with_the_words_of_an_enclosure_stays_one(read):
    document = read(
        "QUYẾT ĐỊNH\nĐiều 1. Sửa đổi một số điểm của Quy chế thi đua ban hành\n"
        "kèm theo Quyết định số 61/QĐ-CĐX ngày 3 tháng 2 năm 2020 như sau:\n1. Bỏ cụm từ thứ hai.\n2. Thêm mục cuối.\n"
        "Điều 2. Hiệu lực từ ngày ký.\n",
        language="vi",
    )
    assert [(n, t) for n, _, t in _said(document)][:2] == [
        ("Điều 1", "Sửa đổi một số điểm của Quy chế thi đua ban hành kèm theo Quyết định số 61/QĐ-CĐX ngày 3 tháng 2 "
         "năm 2020 như sau:"),
        ("Điều 1.1", "Bỏ cụm từ thứ hai."),
    ]  # fmt: skip


def test_what_an_act_asks_at_its_end_is_no_part_of_the_last_clause(read):
    document = read(
        "THÔNG BÁO\nVề việc thi thử\n\n1. Địa điểm: Nhà thi đấu.\n\n2. Lệ phí: 90.000 đồng.\n\n"
        "Đề nghị các lớp trưởng báo cho thành viên lớp.\n\nTrân trọng./.\n\nNơi nhận:\n- Các lớp.\n",
        language="vi",
    )
    assert _said(document) == [("1", "Địa điểm", "Nhà thi đấu."), ("2", "Lệ phí", "90.000 đồng.")]


def test_a_request_under_its_own_heading_is_the_clause(read):
    document = read(
        "THÔNG BÁO\nVề việc thi thử\n\n1. Địa điểm: Nhà thi đấu.\n\n2. Tổ chức thực hiện\n\n"
        "Đề nghị các lớp trưởng báo cho thành viên lớp.\n\nNơi nhận:\n- Các lớp.\n",
        language="vi",
    )
    assert _said(document)[1] == ("2", "Tổ chức thực hiện", "Đề nghị các lớp trưởng báo cho thành viên lớp.")


def test_the_end_of_a_sitting_is_no_part_of_its_last_clause(read):
    document = read(
        "BIÊN BẢN\nHọp tổ bộ môn\n\nI. NỘI DUNG\n\n1. Thảo luận đề cương.\n\n2. Thống nhất lịch coi thi.\n\n"
        "Cuộc họp kết thúc lúc 9 giờ cùng ngày.\n",
        language="vi",
    )
    assert _said(document)[-1] == ("I.2", None, "Thống nhất lịch coi thi.")


def test_a_day_that_goes_on_with_a_sentence_ends_no_clause(read):
    document = read(
        "THÔNG BÁO\nVề việc thi thử\n\n1. Thời hạn: Lớp trưởng gửi danh sách dự thi về văn phòng khoa trước\n"
        "ngày 14 tháng 11 năm 2030.\n\n2. Địa điểm: Nhà thi đấu.\n\nNơi nhận:\n- Các lớp.\n",
        language="vi",
    )
    assert _said(document)[0][2].endswith("khoa trước ngày 14 tháng 11 năm 2030.")


def test_a_heading_that_ends_with_a_word_of_references_holds_its_first_clause(read):
    document = read("QUY ĐỊNH\nĐiều 6. Cách ghi điểm\n1. Ghi bằng mực xanh.\n2. Không tẩy xóa.\n", language="vi")
    assert [number for number, _, _ in _said(document)] == ["Điều 6", "Điều 6.1", "Điều 6.2"]


def test_a_remark_below_a_table_is_no_part_of_the_clause_above_it(read):
    document = read(
        "QUY ĐỊNH\n\nĐiều 1. Mức\n\nMức thu theo bảng sau:\n\n"
        "| TT | Loại | Mức |\n| 1 | Lớp nhỏ | cao |\n| 2 | Lớp lớn | vừa |\n\n"
        "Ghi chú: Mức trên tính cho cả khóa.\n\nĐiều 2. Kỳ hạn\n\nThu theo học kỳ.\n",
        language="vi",
    )
    assert _said(document)[0] == ("Điều 1", "Mức", "Mức thu theo bảng sau:")


def test_a_short_name_with_a_colon_heads_the_table_below_it(read):
    document = read(
        "THÔNG BÁO\n\n1. Đối tượng: Lớp mới.\n\n2. Mức hỗ trợ:\n\n"
        "| TT | Loại | Mức |\n| 1 | Giỏi | cao |\n| 2 | Khá | vừa |\n\n"
        "3. Nơi nộp: Phòng 5.\n\nNơi nhận:\n- Các lớp.\n",
        language="vi",
    )
    assert _said(document)[1] == ("2", "Mức hỗ trợ", None)


def test_a_sentence_that_ends_with_points_leads_to_no_number(read):
    words = (
        "QUY ĐỊNH\nĐiều 2. Xếp loại\n1. Học viên được xếp như sau:\na) Đạt: từ 50 điểm trở lên;\n"
        "b) Không đạt: dưới 50 điểm.\n2. Học viên không đạt phải học lại.\n"
    )
    rows = provisions.extract(read(words, kind="regulation", language="vi"))
    assert [row.get("number") for row in rows][-2:] == ["Điều 2.1.b", "Điều 2.2"]


def test_a_full_stop_read_as_a_comma_lets_the_next_clause_begin(read):
    long = "Người trực ghi sổ theo mẫu của tổ và giao lại cho người trực sau khi hết ca trong ngày làm việc đó"
    document = read(
        f"QUY ĐỊNH\nĐiều 1. Trực\n1. {long}\nở kho,\n2. Giao sổ\nNgười trực ký.\n3. Người trực nghỉ bù.\n",
        language="vi",
    )
    assert [number for number, _, _ in _said(document)] == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 1.3"]


def test_the_mark_of_a_note_stays(read):
    document = read("QUY ĐỊNH\nĐiều 1. Thang **đo** (*)\n1. Số đo (**) ghi ở *sổ*.\n", language="vi")
    assert _said(document) == [("Điều 1", "Thang đo (*)", None), ("Điều 1.1", None, "Số đo (**) ghi ở sổ.")]


def test_a_duty_with_a_comma_before_its_list_is_no_heading(read):
    document = read(
        "QUY CHẾ\nĐiều 3. Dạy học phần\n1. Khi mở lớp của một học phần, tổ bộ môn phải gửi tới phòng Đào tạo:\n"
        "đề cương và lịch dạy của người dạy.\n2. Khác.\n",
        language="vi",
    )
    assert _said(document)[1][1] is None


def test_a_form_with_short_blanks_and_places_to_sign_binds_nothing(read):
    form = "Phụ lục 1. Biên bản họp tổ\n\n1. Thời gian: ... giờ....\n2. Nơi họp: Phòng....\n3. Nội dung\n4. Ý kiến\n"
    signed = "THƯ KÝ\n(Ký và ghi rõ họ tên)\nCHỦ TỌA\n(Ký và ghi rõ họ tên)\n"
    document = read(f"QUY ĐỊNH\nĐiều 1. Họp\n1. Họp tổ mỗi quý.\n\n{form}\n{signed}", language="vi")
    assert [number for number, _, _ in _said(document)] == ["Điều 1", "Điều 1.1"]


def test_the_number_of_a_page_of_all_pages_is_no_part_of_a_clause(read):
    printed = "QUY ĐỊNH\nĐiều 7. Mức thu\n1. Nộp đơn tại quầy.\n\nTrang 2/4\n\n"
    printed += "Điều 8. Hạn nộp\n1. Nộp trong tuần.\n\nTrang 3/4\n\nĐiều 9. Khác\n"
    told = [row.get("text") for row in provisions.extract(read(printed))]
    assert "Nộp đơn tại quầy." in told and "Nộp trong tuần." in told


def test_a_section_between_two_tables_is_no_row_of_theirs(read):
    tables = (
        "1. Thông tin\nMục\tGhi\n1.1 Tên\tThủy văn",
        "2. Học liệu\nMục\tGhi\n2.1 Sách\tSông ngòi",
        "3. Thi\nA\tB\tC",
    )
    words = "\n".join(("ĐỀ CƯƠNG", *tables, "1\t2\t3\n"))
    assert [n for n, _, _ in _said(read(words, language="vi"))] == ["1", "2", "3"]
    inside = "1. Thông tin\nMục\tGhi\nCách học\t1. Đọc sách\n2. Làm bài\nThi\tViết\n"
    assert [n for n, _, _ in _said(read(f"ĐỀ CƯƠNG\n{inside}", language="vi"))] == ["1"]
