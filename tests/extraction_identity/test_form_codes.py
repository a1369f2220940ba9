"""Codes of the forms of quality systems, on lines of their own or behind a label."""

import pytest

from tests.extraction_curriculum.paper import document, rows


@pytest.mark.parametrize(
    ("language", "line", "code"),
    [
        ("vi", "BM-ĐT-05.02", "BM-ĐT-05.02"),
        ("vi", "Mã hiệu: BM/QT-ĐT-07", "BM/QT-ĐT-07"),
        ("vi", "BM01/QT-ĐT-07", "BM01/QT-ĐT-07"),
        ("vi", "Mã tài liệu: BM-ĐT-07", "BM-ĐT-07"),
        ("uk", "Форма № Н - 3.04", "Н-3.04"),
        ("ru", "ФСО АГУ 7.18.3/30", "ФСО АГУ 7.18.3/30"),
        ("en", "Form No. QF-12", "QF-12"),
        ("vi", "Biểu mẫu 5", None),
        ("vi", "BMI 22.5", None),
        ("uk", "Форма навчання: денна", None),
        ("ru", "Ф.И.О.", None),
    ],
)
def test_the_code_of_the_form_stands_alone_in_its_line(language: str, line: str, code: str | None) -> None:
    (row,) = rows("documents", document(line, "NỘI QUY", "Khách giữ trật tự.", language=language, kind="syllabus"))
    assert row.get("form_code") == code


def test_a_form_named_amid_the_text_is_not_the_documents_own() -> None:
    made = document(*(f"Dòng {n} của nội quy." for n in range(14)), "BM-ĐT-05.02", language="vi", kind="regulation")
    assert "form_code" not in rows("documents", made)[0]


def test_the_version_of_a_form_stands_alone_in_its_line_at_the_top() -> None:
    top = ("Mã hiệu: BM-ĐT-07", "Phiên bản 01", "Ngày hiệu lực: 15/8/2023", "NỘI QUY", "Khách giữ trật tự.")
    (row,) = rows("documents", document(*top, language="vi", kind="syllabus"))
    assert (row.get("form_code"), row.get("version"), row.get("issued_on")) == ("BM-ĐT-07", "01", None)
    told = document("NỘI QUY", "Phiên bản 10 của phần mềm", language="vi", kind="syllabus")
    assert "version" not in rows("documents", told)[0]
