"""A decision whose electronic stamp printed lines twice, and the school's name over the signature."""

from extractors.tables import documents, people, recipients

LONG = "Về việc lập tổ rà soát hồ sơ miễn học phần"
ACT = (
    "BỘ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG ĐẠI HỌC CAO LĨNH\tĐộc lập - Tự do - Hạnh phúc\n\n"
    f"QUYẾT ĐỊNH\n{LONG}\n{LONG}\nnăm học 2030 - 2031\n\nHIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC CAO LĨNH\n\n"
    "Điều 1. Lập tổ rà soát.\nĐiều 2. Các khoa thi hành.\n\n"
    "Nơi nhận:\tKT. HIỆU TRƯỞNG\n- Như Điều 2;\tPHÓ HIỆU TRƯỞNG\n- Kho;\n- Lưu: VT.\tTRƯỜNG\n\tĐẠI HỌC\n\tCAO LĨNH\n"
    "\tLê Văn Cát\n\tLê Văn Cát\n"
)


def test_a_long_line_is_not_printed_twice(read):
    (row,) = documents.extract(read(ACT, language="vi"))
    assert row.get("title") == f"{LONG} năm học 2030 - 2031"


def test_the_name_of_the_school_in_a_stamp_signs_nothing(read):
    found = [(r.get("name"), r.get("role"), r.get("capacity")) for r in people.extract(read(ACT, language="vi"))]
    assert found == [("Lê Văn Cát", "PHÓ HIỆU TRƯỞNG", "KT.")]


def test_a_signer_beside_the_line_of_the_file_copy(read):
    tail = "Nơi nhận:    HIỆU TRƯỞNG\n- Như Điều 2;\n- Lưu: VT, ĐT. TS. Lê Văn Cát\n"
    made = read("QUYẾT ĐỊNH\nVề việc mở lớp\n\nĐiều 1. Mở lớp.\nĐiều 2. Thi hành.\n\n" + tail, language="vi")
    assert [(r.get("name"), r.get("role")) for r in people.extract(made)] == [("Lê Văn Cát", "HIỆU TRƯỞNG")]
    assert [r.get("name") for r in recipients.extract(made)] == ["Như Điều 2", "VT, ĐT"]
