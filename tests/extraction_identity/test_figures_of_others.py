"""No figure and no day of the document: a day of birth, an hour of the clock, a rule of before that is quoted."""

from extractors.tables import requirements
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_curriculum.paper import rows as rows_of
from tests.extraction_identity.reading import all_rows, document
from tests.extraction_structure.conftest import document_of


def _issued(text: str) -> object:
    return next(row.get("issued_on") for row in all_rows(document(text)) if row.table == "documents")


def test_a_day_of_birth_dates_no_paper() -> None:
    paper_of = "HỌC VIỆN BIỂN\nGIẤY CHỨNG NHẬN\nSinh viên: Lê Minh\nSinh ngày: 02/02/2001\nĐã hoàn thành khóa học\n{}"
    assert _issued(paper_of.format("Hà Nội, ngày 10 tháng 5 năm 2022\nGIÁM ĐỐC\nTrần Lan\n")) == "2022-05-10"
    assert _issued("TRƯỜNG BIỂN\nBẢNG ĐIỂM\nHọ tên: Trần Hòa. Ngày sinh: 12/3/2000\n") is None


def test_an_hour_of_the_clock_is_no_requirement() -> None:
    for told, count in (("8 giờ 00, ngày 18 tháng 11", 0), ("8 giờ", 1)):
        made = document_of(f"GIẤY MỜI\nKhoa kính mời thầy cô.\nThời gian: {told}\n", kind="notice", language="vi")
        assert len(requirements.extract(made)) == count


def test_a_rule_of_before_that_is_quoted() -> None:
    for act, count in (("Quy chế cũ", 0), ("Quy chế này", 1)):
        text = f'BIÊN BẢN\n1. Họp bàn.\nThầy Hùng nêu rằng theo {act}: "Sinh viên vắng không quá 30% số tiết".\n'
        assert len(requirements.extract(document_of(text, kind="report", language="vi"))) == count


def test_how_long_a_module_takes_is_no_semester() -> None:
    for told, semester in (("90 giờ; (Lý thuyết: 24 giờ)", None), ("học kỳ 3", 3)):
        card = [["Tên mô đun", "Sửa xe máy"], ["Mã mô đun", "MĐ 21"], ["Thời gian thực hiện học phần", told]]
        course = rows_of("courses", paper("CHƯƠNG TRÌNH MÔ ĐUN", card))[0]
        assert course.get("semester") == semester
