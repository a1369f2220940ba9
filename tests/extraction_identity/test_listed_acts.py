"""Vietnamese acts in lists and acts known by less: shared issuers, years of laws, annexed plans, parts of annexes."""

from tests.extraction_identity.reading import document, values

PAPER = (
    "TRƯỜNG CAO ĐẲNG MÂY\nSố: 61/QĐ-CĐM\nPhú Sơn, ngày 21 tháng 8 năm 2025\nQUYẾT ĐỊNH\nVề việc mở lớp bơi\n"
    "{basis}\nTheo đề nghị của Trưởng phòng Thể chất,\nQUYẾT ĐỊNH:\nĐiều 1. Mở lớp bơi.\nĐiều 2. {last}\n"
)


def cited(basis: str = "Căn cứ Luật Thể dục;", last: str = "Quyết định có hiệu lực kể từ ngày ký.") -> dict[str, dict]:
    rows = values("citations", document(PAPER.format(basis=basis, last=last)))
    return {row.get("number") or row.get("title", ""): row for row in rows}


def test_numbers_under_one_word_share_their_issuer() -> None:
    found = cited("Căn cứ các Quyết định số 14/QĐ-UBND ngày 06/5/2021, số 39/QĐ-UBND ngày 17/2/2022 của UBND tỉnh;")
    assert {row["issuer"] for row in found.values()} == {"UBND tỉnh"}


def test_numbers_parted_by_semicolons_lapse_together() -> None:
    found = cited(last="Quyết định này thay thế các Quyết định số: 27/QĐ-CĐM ngày 04/6/2019; 83/QĐ-CĐM ngày 12/9/2020.")
    told = {number: row["relation"] for number, row in found.items() if "QĐ-CĐM" in number}
    assert told == {"27/QĐ-CĐM": "replaces", "83/QĐ-CĐM": "replaces"}


def test_a_law_known_by_its_year() -> None:
    found = cited("Căn cứ Luật Thể dục năm 2016 và Luật sửa đổi, bổ sung một số điều của Luật Thể dục năm 2021;")
    assert found["Luật Thể dục"]["issued_on"] == "2016"


def test_a_plan_enclosed_with_the_act_is_what_the_act_is_about() -> None:
    found = cited("Căn cứ Kế hoạch dạy bơi, cứu hộ năm 2025 ban hành kèm theo Quyết định số 33/QĐ-CĐM ngày 02/4/2025;")
    assert found["33/QĐ-CĐM"]["title"] == "Kế hoạch dạy bơi, cứu hộ năm 2025"


def test_minutes_of_a_meeting_have_no_title() -> None:
    found = cited("Căn cứ Biên bản họp số 16/BB-HĐT ngày 30 tháng 7 năm 2025 của Hội đồng trường;")
    assert "title" not in found["16/BB-HĐT"]


def test_an_article_of_what_an_act_enclosed() -> None:
    found = cited(last="Bãi bỏ Điều 8 của Quy định dạy bơi ban hành kèm theo Quyết định số 29/QĐ-CĐM ngày 11/3/2022.")
    assert found["29/QĐ-CĐM"]["article"] == "Điều 8"


def test_an_act_that_puts_others_together_names_them_in_its_title() -> None:
    joined = "Quyết định số 5/2019/QĐ-BTDTT và Thông tư số 8/2021/TT-BTDTT"
    found = cited(f"Căn cứ Văn bản số 12/VBHN-BTDTT ngày 03/4/2022 của Bộ Thể dục về hợp nhất {joined};")
    assert found["12/VBHN-BTDTT"]["title"] == f"hợp nhất {joined}"


def test_a_misprinted_day_hides_neither_issuer_nor_title() -> None:
    found = cited("Căn cứ Quyết định số 907/QĐ-UBND ngày 06 tháng 5 tháng 2021 của UBND tỉnh về việc lập trường bơi;")
    assert (found["907/QĐ-UBND"]["issuer"], found["907/QĐ-UBND"]["title"]) == ("UBND tỉnh", "lập trường bơi")


def test_the_day_by_which_a_plan_is_due_makes_it_no_citation() -> None:
    found = cited(last="Giao Hiệu trưởng xây dựng Đề án bể bơi, trình Hội đồng trường trước ngày 30 tháng 6 năm 2026.")
    assert set(found) == {"Luật Thể dục"}


def test_what_a_council_resolves_is_no_title_of_the_last_act() -> None:
    found = cited("Xét Tờ trình số 6/TTr-CĐM ngày 02/5/2025 của Hiệu trưởng về việc thuê bể,\nQUYẾT NGHỊ:")
    assert found["6/TTr-CĐM"]["title"] == "thuê bể"


def test_rules_without_a_number_name_the_decision_that_they_are_enclosed_with() -> None:
    text = (
        "TRƯỜNG CAO ĐẲNG MÂY\nQUY ĐỊNH\nVề việc dạy bơi\n"
        "(Ban hành kèm theo Quyết định số 61/QĐ-CĐM ngày 21 tháng 8 năm 2025 của Hiệu trưởng Trường Cao đẳng Mây)\n"
        "Điều 1. Phạm vi điều chỉnh\nQuy định này quy định việc dạy bơi.\nĐiều 2. Lớp học\nMỗi lớp có một giáo viên.\n"
    )
    (row,) = values("citations", document(text, kind="regulation"))
    assert (row["number"], row["relation"]) == ("61/QĐ-CĐM", "enacts")
