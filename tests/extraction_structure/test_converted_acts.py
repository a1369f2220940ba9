"""Acts as converters leave them: dashes before numbers, subjects under the number; bodies, bases and effect told so."""

import pytest

from extractors.finding import find
from extractors.heads import read_head
from extractors.tables import citations, provisions

ACT = (
    "{parent}\n{school}\nSố: 15/QĐ-ĐHSL\n{subject}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Sông Lam, ngày 4 tháng 3 năm 2021\n\nQUYẾT ĐỊNH\n{title}\nHIỆU TRƯỞNG\nCăn cứ Luật Thư viện;\n{basis}\n"
    "QUYẾT ĐỊNH:\nĐiều 1. Lập tổ thư viện.\nĐiều 2. {end}\n"
)
TOLD = {"parent": "BỘ Y TẾ", "school": "TRƯỜNG CAO ĐẲNG SÔNG LAM", "subject": "", "title": "Lập tổ thư viện",
        "basis": "", "end": "Các tổ thi hành."}  # fmt: skip


def test_dashes_of_a_converter_before_numbers_are_no_part_of_them(read):
    document = read(
        "QUY ĐỊNH\nĐiều 1. Mượn sách\n\n- 1. Mượn tại quầy:\n\n- a) Có thẻ;\n\n- b) Có ảnh.\n\n- 2. Trả đúng hạn.\n"
    )
    rows = [(r.get("number"), r.get("text")) for r in provisions.extract(document)]
    assert rows[1:] == [("Điều 1.1", "Mượn tại quầy:"), ("Điều 1.1.a", "Có thẻ;"), ("Điều 1.1.b", "Có ảnh."),
                        ("Điều 1.2", "Trả đúng hạn.")]  # fmt: skip


@pytest.mark.parametrize(
    ("school", "wanted"),
    [("TRƯỜNG ĐẠI HỌC BIỂN HẢI PHÒNG",) * 2, ("TRƯỜNG ĐẠI HỌC BIỂN HẢI\nPHÒNG", "TRƯỜNG ĐẠI HỌC BIỂN HẢI PHÒNG")],
)
def test_a_place_in_two_words_ends_one_name_and_joins_no_two(read, school, wanted):
    head = read_head(read(ACT.format(**{**TOLD, "school": school})))
    assert (head.get("issuer"), head.get("parent_body")) == (wanted, "BỘ Y TẾ")


def test_what_stands_under_the_number_is_the_title_where_no_other_is(read):
    told = {"subject": "V/v lập tổ thư viện của trường", "title": ""}
    assert read_head(read(ACT.format(**{**TOLD, **told}))).get("title") == "V/v lập tổ thư viện của trường"
    assert read_head(read(ACT.format(**TOLD))).get("title") == "Lập tổ thư viện"


def test_an_act_is_carried_out_from_the_day_it_is_signed(read):
    for end in ("Các tổ thi hành Quyết định này kể từ ngày ký.", "Quyết định này được thực hiện kể từ ngày ký."):
        assert read_head(read(ACT.format(**{**TOLD, "end": end}))).get("effective_from") == "2021-03-04"
    assert read_head(read(ACT.format(**TOLD))).get("effective_from") is None


def test_minutes_behind_the_word_that_opens_a_basis_are_cited(read):
    basis = "Theo Biên bản họp Hội đồng Khoa học ngày 02/3/2021;"
    found = citations.extract(find(read(ACT.format(**{**TOLD, "basis": basis}))))
    assert [(r.get("kind"), r.get("issued_on")) for r in found][1:] == [("minutes", "2021-03-02")]


def test_what_leads_to_a_quotation_is_no_heading(read):
    said = "Bổ sung vào cuối Điều 5 đoạn sau: “Thẻ hỏng được đổi một lần.”"
    document = read(f"QUYẾT ĐỊNH\nĐiều 1. Sửa đổi một số điều\n1. {said}\n2. Bỏ Điều 6.\n")
    assert [(r.get("heading"), r.get("text")) for r in provisions.extract(document)][1] == (None, said)
