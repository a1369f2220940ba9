"""Citations in five languages, their relations, and what is no citation."""

import pytest

from extractors.resolving import Register, resolve
from extractors.resolving.naming import first_case, meant_symbol
from extractors.resolving.register import KnownAct, shipped
from tests.extraction_identity.papers import AMENDING, KAZAKH_RULES, RUSSIAN_RULES, UKRAINIAN_PLAN
from tests.extraction_identity.reading import document, values


def cited(printed: str, language: str = "vi", kind: str = "decision") -> dict[str, dict]:
    """Return the citations of a paper by number, or by title where they have none."""
    return {
        row.get("number") or row.get("title", ""): row for row in values("citations", document(printed, language, kind))
    }


def test_an_amending_decision() -> None:
    found = cited(AMENDING)
    assert found["1215/QĐ-ĐHSL"]["relation"] == "amends"
    assert found["77/QĐ-ĐHSL"]["relation"] == "replaces"
    assert found["77/QĐ-ĐHSL"]["provision"] == "Điều 2"
    assert found["77/QĐ-ĐHSL"]["title"] == "mức thu học phí"
    assert found["08/2012/QH13"] == {
        "kind": "law",
        "number": "08/2012/QH13",
        "issued_on": "2012-06-18",
        "title": "Luật Giáo dục đại học",
        "relation": "basis",
    }
    assert found["34/2018/QH14"]["title"] == "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học"


def test_a_draft_cites_an_act_with_blanks() -> None:
    basis = "Căn cứ Nghị quyết số ...../NQ-HĐT ngày ..... tháng ..... năm 2023 của Hội đồng trường;\nCăn cứ "
    (row,) = [
        row
        for row in values("citations", document(AMENDING.replace("Căn cứ ", basis, 1)))
        if row["kind"] == "resolution"
    ]
    assert row == {"kind": "resolution", "issued_on": "2023", "issuer": "Hội đồng trường", "relation": "basis"}


def test_a_title_keeps_its_semicolon_and_ends_where_the_amending_act_begins() -> None:
    found = cited(AMENDING)
    assert found["02/2022/TT-BGDĐT"]["title"] == "ban hành quy định mở ngành; đình chỉ ngành"
    later = found["12/2024/TT-BGDĐT"]
    assert (later["relation"], later["of_number"]) == ("amends", "02/2022/TT-BGDĐT")
    assert later["issuer"] == "Bộ trưởng Bộ Giáo dục và Đào tạo"


def test_a_text_enacted_by_another_paper_is_one_citation() -> None:
    act = cited(AMENDING)["16/QC-ĐHSL"]
    assert act["title"] == "Quy chế tổ chức của Trường"
    assert (act["issuer"], act["issued_on"], act["kind"]) == ("Hội đồng trường", "2020-09-07", "regulation")


def test_minutes_without_a_number() -> None:
    minutes = next(row for row in values("citations", document(AMENDING)) if row["kind"] == "minutes")
    assert minutes["issuer"] == "Hội đồng Khoa học và Đào tạo"
    assert minutes["title"] == "biên bản họp Hội đồng Khoa học và Đào tạo"


def test_minutes_in_which_a_council_concludes() -> None:
    lead = "Căn cứ kết luận của Hội đồng Thư viện tại Biên bản họp ngày 12/02/2031;\nCăn cứ "
    minutes = [r for r in values("citations", document(AMENDING.replace("Căn cứ ", lead, 1))) if r["kind"] == "minutes"]
    assert ("Hội đồng Thư viện", "2031-02-12") in [(r.get("issuer"), r.get("issued_on")) for r in minutes]


def test_two_ministries_issue_jointly_and_a_bracket_tells_of_a_change() -> None:
    lead = (
        "Căn cứ Thông tư liên tịch số 5/2016/TTLT-BGDĐT-BTTTT ngày 21 tháng 6 năm 2016 của Bộ Giáo dục và Đào tạo và "
        "Bộ Thông tin và Truyền thông quy định về thư viện số (được bổ sung tại Thông tư số 9/2018/TT-BGDĐT ngày "
        "3/4/2018);\nCăn cứ "
    )
    found = {r.get("number"): r for r in values("citations", document(AMENDING.replace("Căn cứ ", lead, 1)))}
    joint = found["5/2016/TTLT-BGDĐT-BTTTT"]
    assert joint["issuer"] == "Bộ Giáo dục và Đào tạo và Bộ Thông tin và Truyền thông"
    assert found["9/2018/TT-BGDĐT"]["relation"] == "amends"


def test_a_document_does_not_cite_itself() -> None:
    assert "1023/QĐ-ĐHSL" not in cited(
        AMENDING + "(Kèm theo Quyết định số 1023/QĐ-ĐHSL ngày 05/7/2023 của Hiệu trưởng)\n"
    )


def test_several_acts_in_one_sentence() -> None:
    sentence = (
        "Điều 1. Áp dụng theo Thông tư số 38/TT-BGDĐT ngày 02/11/2012 và Thông tư số 32/2017/TT-BGDĐT "
        "ngày 19 tháng 12 năm 2017 của Bộ trưởng Bộ GDĐT.\nĐiều 2. Theo Thông tư 27/2020 và TT 22/2016.\n"
    )
    found = cited(sentence)
    assert list(found) == ["38/TT-BGDĐT", "32/2017/TT-BGDĐT", "27/2020", "22/2016"]
    assert found["32/2017/TT-BGDĐT"]["issuer"] == "Bộ trưởng Bộ GDĐT"
    assert found["22/2016"] == {"kind": "circular", "number": "22/2016", "relation": "refers", "provision": "Điều 2"}


def test_ukrainian_stamps_and_a_standard() -> None:
    found = cited(UKRAINIAN_PLAN, "uk", "programme")
    assert (found["4"]["kind"], found["4"]["issuer"], found["4"]["relation"]) == (
        "minutes",
        "Вчена рада університету",
        "approves",
    )
    assert (found["45/ВС"]["relation"], found["45/ВС"]["issued_on"]) == ("enacts", "2022-05-04")
    assert (found["1260"]["issuer"], found["1260"]["relation"]) == ("МОН України", "basis")


def test_ukrainian_laws_by_title() -> None:
    text = "1. ЗАГАЛЬНІ ПОЛОЖЕННЯ\n1.1. Положення розроблено відповідно до "
    text += "Законів України «Про освіту», «Про вищу освіту».\n"
    text += "1.2. Визнання регулюється Положенням про організацію освітнього процесу в університеті.\n"
    found = cited(text, "uk", "regulation")
    assert [found[t]["relation"] for t in ("Про освіту", "Про вищу освіту")] == ["basis", "basis"]
    assert found["Положення про організацію освітнього процесу в університеті"]["kind"] == "regulation"


def test_a_list_of_normative_references() -> None:
    found = cited(RUSSIAN_RULES, "ru", "regulation")
    assert list(found)[:6] == ["273-ФЗ", "785", "ГОСТ 7.32-2001", "Устав института", "1494", "РК-01-2012"]
    assert found["РК-01-2012"]["title"] == "Руководство по качеству"
    assert found["785"]["issuer"] == "Федеральная служба по надзору"
    assert {row["relation"] for row in found.values()} == {"refers"}
    assert "897" not in found


def test_kazakh_acts_stand_before_their_kind() -> None:
    found = cited(KAZAKH_RULES, "kk", "regulation")
    assert found["319-III"]["title"] == "Білім туралы"
    order = found["604"]
    assert order["issued_on"] == "2018-10-31"
    assert order["issuer"] == "Қазақстан Республикасы Білім және ғылым министрі"
    assert order["title"] == "Жоғары білім берудің мемлекеттік стандарты"


def test_english_acts() -> None:
    text = (
        "Pursuant to Circular No. 08/2021/TT-BGDĐT dated 18 March 2021 of the Minister of Education and Training "
        "promulgating the regulation on training;\nArticle 1. This Decision replaces Decision No. 195/QĐ-ĐHSL dated "
        "15 June 2020 of the Rector.\n"
    )
    found = cited(text, "en", "decision")
    assert found["08/2021/TT-BGDĐT"]["issuer"] == "Minister of Education and Training"
    assert found["195/QĐ-ĐHSL"]["relation"] == "replaces"


@pytest.mark.parametrize(
    ("printed", "language"),
    [
        ("Điều 1. Sinh viên thực hiện theo quy định của pháp luật và kế hoạch năm học 2023/2024.\n", "vi"),
        ("1.1. Рішення ухвалюється наказом ректора за поданням керівника.\n", "uk"),
        ("1.1 Приказ издаёт ректор по представлению декана.\n", "ru"),
        ("Tài liệu tham khảo\n1. Quyết định số 5/QĐ-ĐHSL ngày 01/01/2020 của Hiệu trưởng.\n", "vi"),
    ],
)
def test_what_is_no_citation(printed: str, language: str) -> None:
    assert cited(printed, language, "regulation") == {}


def test_names_in_their_first_case() -> None:
    assert first_case("Кабінету Міністрів України", "uk") == "Кабінет Міністрів України"
    assert first_case("ҚР Білім және ғылым министрінің", "kk") == "ҚР Білім және ғылым министрі"
    assert first_case("Минобрнауки России", "ru") == "Минобрнауки России"


def test_the_register_knows_short_names_and_slips() -> None:
    assert shipped().body("Bộ GD&ĐT", "vi")[0].name == "Bộ Giáo dục và Đào tạo"
    assert shipped().body("Trường Đại học Sông Lam", "vi") is None
    assert meant_symbol("02/2022/TT-BGĐDT", shipped()) == "02/2022/TT-BGDĐT"
    assert meant_symbol("02/2022/TT-BNV", shipped()) is None
    assert meant_symbol("02/2022/TT-ABCDE", shipped()) is None


def test_an_act_that_the_store_holds_is_recognised() -> None:
    register = Register(acts=(KnownAct("77/QĐ-ĐHSL", document_id="d1"),))
    found = resolve(document(AMENDING), register).found("citation")
    assert [m.parts["known_act"].document_id for m in found if "known_act" in m.parts] == ["d1"]


def test_numbers_of_units_that_have_figures_in_their_names() -> None:
    found = cited(
        AMENDING.replace("Căn cứ", "Căn cứ Công văn số 417/K07-P2 ngày 9/8/2021 của Cục Dạy nghề;\nCăn cứ", 1)
    )
    assert found["417/K07-P2"]["kind"] == "official_letter"
    assert found["417/K07-P2"]["issuer"] == "Cục Dạy nghề"


def test_an_issuer_ends_where_who_writes_begins_to_speak() -> None:
    told = "Thực hiện Thông tư số 31/2020/TT-BGDĐT ngày 06/10/2020 của Bộ trưởng Bộ Giáo dục và Đào tạo, "
    told += "Bộ Giáo dục và Đào tạo đề nghị các trường báo cáo;\nCăn cứ "
    found = cited(AMENDING.replace("Căn cứ ", told, 1))
    assert found["31/2020/TT-BGDĐT"]["issuer"] == "Bộ trưởng Bộ Giáo dục và Đào tạo"
