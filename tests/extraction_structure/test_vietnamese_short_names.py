"""Short names of Vietnamese rules: kept words, things named together, letters for amounts; cases are no headings."""

import pytest

from extractors.tables import provisions, terms


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Sinh viên của Đại học Đồng Xuân Hà Nội (ĐHĐX Hà Nội) được hỗ trợ.",
         [("ĐHĐX Hà Nội", "Đại học Đồng Xuân Hà Nội")]),
        ("Chương trình gồm từ các môn học hoặc học phần (sau đây gọi chung là học phần).",
         [("học phần", "môn học hoặc học phần")]),
        ("Sinh viên được xếp loại căn cứ số tín chỉ tích lũy (gọi tắt là N) và số tín chỉ của một năm (gọi tắt là M).",
         [("N", "số tín chỉ tích lũy"), ("M", "số tín chỉ của một năm")]),
        ("Bài giảng có trên hệ thống quản trị học tập (LMS) của trường.", [("LMS", "hệ thống quản trị học tập")]),
        ("Theo Khung chuẩn kỹ năng bơi lội 4 mức dùng cho học sinh (KCKNBL).",
         [("KCKNBL", "Khung chuẩn kỹ năng bơi lội 4 mức dùng cho học sinh")]),
        ("Tổ lập bảng đánh giá thi đua đơn vị (ĐGĐV).", [("ĐGĐV", "đánh giá thi đua đơn vị")]),
        ("Tổ lập bảng thi đua chung của các đơn vị (TĐC).", [("TĐC", "thi đua chung")]),
        ("Học viên (HV) và thư ký của Trường Bách nghệ (sau đây gọi là Trường).",
         [("HV", "Học viên"), ("Trường", "Trường Bách nghệ")]),
        ("Thủ tục ghi kết quả các môn học, mô-đun (sau đây gọi chung là mô-đun).",
         [("mô-đun", "các môn học, mô-đun")]),
        ("Mỗi ca có một cán bộ chấm thi (CBChT) và một thủ thư.", [("CBChT", "cán bộ chấm thi")]),
        ("Theo Quy chế thư viện ban hành năm 2021 (sau đây gọi là Quy chế 477).",
         [("Quy chế 477", "Quy chế thư viện ban hành năm 2021")]),
        ("Theo Quy chế thư viện năm 2021 (sau đây gọi là Quyết định 477/QĐ-X).", []),
        ("Trung tâm khảo thí quốc gia (LMS) mở cửa.", []),
        ("Hội thảo tại Hà Nội (TP Hà Nội) kết thúc.", []),
        ("Học sinh được học một kỳ tại trường bạn (sau đây gọi là luân chuyển học sinh).",
         [("luân chuyển học sinh", "Học sinh được học một kỳ tại trường bạn")]),
        ("Các tổ thực tập tại xưởng (sau đây gọi chung là nhóm thực tập) nộp sổ.",
         [("nhóm thực tập", "Các tổ thực tập tại xưởng")]),
        ("Sổ này chỉ cách tuyển sinh, tổ chức dạy đối với người đã có bằng nghề (sau đây gọi là sinh viên bậc hai).",
         [("sinh viên bậc hai", "người đã có bằng nghề")]),
        ("Sổ này chỉ việc vẽ-viết bằng bút chì trong giờ ngoại khóa (sau đây gọi là vẽ-viết ngoại khóa).",
         [("vẽ-viết ngoại khóa", "vẽ-viết bằng bút chì trong giờ ngoại khóa")]),
        ("Sổ này dùng cho người đã tốt nghiệp phổ thông học liên thông lên đại học (sau đây gọi tắt là học viên).",
         [("học viên", "người đã tốt nghiệp phổ thông học liên thông lên đại học")]),
    ],
)  # fmt: skip
def test_short_names(read, sentence, wanted):
    rows = terms.extract(read(f"QUY ĐỊNH\nĐiều 2. Tên gọi\n1. {sentence}\n2. Khác.\n", language="vi"))
    assert [(row.get("term"), row.get("definition")) for row in rows] == wanted


def test_a_case_with_its_figure_is_text(read):
    words = (
        "QUY ĐỊNH\nĐiều 1. Phạm vi\n1. Quy định này áp dụng cho sinh viên.\n2. Quy định này áp dụng từ năm 2024.\n"
        "Điều 2. Hệ số\n1. Học phí tính theo tín chỉ.\n2. Hệ số lớp như sau:\n"
        "a) Lớp dưới 10 sinh viên: hệ số 2,0\nb) Lớp từ 10 đến 15 sinh viên: hệ số 1,5\nĐiều 3. Thi hành\nNhư trên.\n"
    )
    rows = provisions.extract(read(words, language="vi"))
    points = [
        (row.get("heading"), row.get("text")) for row in rows if "hệ số" in f"{row.get('heading')}{row.get('text')}"
    ]
    assert points == [(None, "Lớp dưới 10 sinh viên: hệ số 2,0"), (None, "Lớp từ 10 đến 15 sinh viên: hệ số 1,5")]


def test_a_sentence_that_goes_on_behind_a_colon_has_no_heading(read):
    words = (
        "QUY ĐỊNH\nĐiều 1. Mức thi\n1. Học viên khóa dài: đạt bậc 3 khi ra trường.\n"
        "2. Người thi dự hai môn: Toán và Vẽ.\n3. Hồ sơ: Bản sao.\n"
    )
    rows = provisions.extract(read(words, language="vi"))
    assert [row.get("heading") for row in rows][1:] == [None, None, "Hồ sơ"]


def test_a_short_name_in_the_words_that_lead_an_annex(read):
    words = (
        "QUYẾT ĐỊNH\nĐiều 1. Ban hành hướng dẫn kèm theo.\nĐiều 2. Có hiệu lực từ ngày ký.\n"
        "Nơi nhận:\n- Như Điều 2.\nHIỆU TRƯỞNG\n\f"
        "HƯỚNG DẪN\nHỗ trợ học viên\n(Kèm theo Quyết định số 5/QĐ-ĐHĐX ngày 4 tháng 3 năm 2022)\n"
        "Nhằm hỗ trợ học viên đang học tập tại Đại học\nĐồng Xuân Hà Nội (ĐHĐX Hà Nội), Trường hướng dẫn như sau:\n"
        "1. ĐỐI TƯỢNG\nTất cả học viên.\n2. NỘI DUNG\nNhư trên.\n"
    )
    rows = terms.extract(read(words, language="vi"))
    assert [(row.get("term"), row.get("definition")) for row in rows] == [("ĐHĐX Hà Nội", "Đại học Đồng Xuân Hà Nội")]


def test_a_term_that_is_defined_may_be_a_short_name_too(read):
    rows = terms.extract(
        read(
            "QUY ĐỊNH\nĐiều 1. Phạm vi\nQuy định về học ghép trình độ đại học (sau đây gọi là học ghép).\n"
            "Điều 2. Giải thích từ ngữ\n1. Học ghép là việc học hai lớp trong một buổi.\n2. Khác.\n",
            language="vi",
        )
    )
    assert [(row.get("term"), row.get("kind")) for row in rows] == [("học ghép", "alias"), ("Học ghép", "definition")]
