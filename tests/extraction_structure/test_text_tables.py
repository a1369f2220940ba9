"""Terms, requirements, tasks and forms, on composed texts."""

import pytest

from extractors.tables import forms, requirements, tasks, terms


def said(rows, *columns):
    return [tuple(row.get(column) for column in columns) for row in rows]


def test_short_names_in_brackets(read):
    document = read(
        "QUY ĐỊNH\nĐiều 1. Phạm vi\n1. Quy định này áp dụng cho sinh viên của Trường Cao đẳng Sông Thao (sau đây gọi "
        "tắt là Trường).\n2. Sinh viên nộp Đề cương học phần (ĐCHP) theo lịch.\n"
    )
    assert said(terms.extract(document), "term", "definition", "kind") == [
        ("Trường", "Trường Cao đẳng Sông Thao", "alias"),
        ("ĐCHP", "Đề cương học phần", "abbreviation"),
    ]


def test_a_slavic_name_is_brought_to_the_nominative(read):
    document = read(
        "Положение\n1 Общие положения\n1.1 Практика проводится в Волжском аграрном институте (далее – Институт).\n",
        language="ru",
    )
    assert said(terms.extract(document), "term", "definition") == [("Институт", "Волжский аграрный институт")]


def test_definitions_and_abbreviations(read):
    document = read(
        "Положение\n1 Термины и сокращения\nПрактика – вид учебной деятельности.\nНаставник - это работник "
        "предприятия.\nИспользуются следующие сокращения:\nУП – учебный план;\n2 Порядок\n"
        "2.1 Практика – обязательна для всех обучающихся очной и заочной форм обучения института.\n"
        "2.2 Руководитель практики назначается приказом ректора института до начала семестра.\n",
        language="ru",
    )
    assert said(terms.extract(document), "term", "definition", "kind") == [
        ("Практика", "вид учебной деятельности", "definition"),
        ("Наставник", "работник предприятия", "definition"),
        ("УП", "учебный план", "abbreviation"),
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("vi", "Thời lượng học trực tuyến tối đa là 30% thời lượng của học phần.",
         ("Thời lượng học trực tuyến", "<=", 30, "percent", "thời lượng của học phần")),
        ("vi", "Mỗi tổ xây dựng ít nhất 02 chủ đề tích hợp/năm học để dạy.",
         ("chủ đề tích hợp", ">=", 2, "topic", "Mỗi tổ, năm học")),
        ("uk", "Строк розгляду скарги не може перевищувати 5 робочих днів.",
         ("Строк розгляду скарги", "<=", 5, "working_day", None)),
        ("ru", "Доля пропусков не должна превышать 20 %.", ("Доля пропусков", "<=", 20, "percent", None)),
        ("en", "Attendance must be at least 75 % of the classes.",
         ("Attendance", ">=", 75, "percent", "of the classes")),
    ],
)  # fmt: skip
def test_figures_that_bind(read, language, sentence, wanted):
    rows = requirements.extract(read(f"X\n1 A\n1.1. {sentence}\n", language=language))
    assert said(rows, "subject", "comparator", "value", "unit", "scope") == [wanted]
    assert rows[0].get("provision") == "1.1"


def test_figures_that_bind_nothing_give_no_row(read):
    document = read("Điều 1. Thời gian\n1. Năm 2023 có 12 tháng và Trường có 3 khoa, 45 lớp.\n", language="vi")
    assert requirements.extract(document) == []


def test_weights_that_make_a_hundred(read):
    document = read(
        "1 БАҒАЛАУ\nҚорытынды баға мыналардан құралады:\n- Емтихан нәтижесінің 40%;\n- Үлгерімнің 60%.\n", language="kk"
    )
    assert said(requirements.extract(document), "subject", "comparator", "value", "unit") == [
        ("Емтихан нәтижесі", "=", 40, "percent"),
        ("Үлгерім", "=", 60, "percent"),
    ]


def test_dots_part_weights_in_a_line(read):
    document = read("ĐỀ CƯƠNG\n1. Đánh giá\nTrọng số: Chuyên cần 10% · Thực hành 35% · Thi viết 55%\n")
    told = said(requirements.extract(document), "subject", "value")
    assert told == [("Chuyên cần", 10), ("Thực hành", 35), ("Thi viết", 55)]


PLAN = (
    "KẾ HOẠCH\nHội sách\nI. MỤC ĐÍCH\n- Khuyến khích học sinh đọc sách mỗi ngày.\nII. KẾ HOẠCH CỤ THỂ\n1. Nội dung\n"
    "- Vận động quyên góp sách trước ngày 20/9/2024\n2. Tổng kết hội sách\n- Tháng 5/2025\n"
    "III. TỔ CHỨC THỰC HIỆN\n1. Đối với thư viện\n- Chuẩn bị gian trưng bày sách mới.\n"
)


def test_planned_work(read):
    assert said(tasks.extract(read(PLAN)), "title", "due_on", "responsible") == [
        ("Vận động quyên góp sách", "2024-09-20", None),
        ("Tổng kết hội sách", "2025-05", None),
        ("Chuẩn bị gian trưng bày sách mới", None, "thư viện"),
    ]


def test_a_regulation_plans_nothing(read):
    assert tasks.extract(read(PLAN, kind="regulation")) == []


def test_forms_with_and_without_a_label(read):
    body = "".join(f"1.{n}. Студент дотримується правил користування бібліотекою закладу.\n\n" for n in range(1, 12))
    document = read(
        f"ПОЛОЖЕННЯ\n\n## 1 ПОРЯДОК\n\n{body}1.12. Студент подає заяву (Додаток 1).\n\n\n"
        "Ректору коледжу \\_\\_\\_\\_\\_\\_\n\nСтудента групи \\_\\_\\_\\_\\_\\_\n\n### ЗАЯВА\n\nПрошу видати книгу "
        "\\_\\_\\_\\_\\_\n\n\\_\\_\\_\\_\\_\n(Дата)\n"
    )
    assert said(forms.extract(document), "title", "addressee", "number") == [("ЗАЯВА", "Ректору коледжу", None)]
    assert len(document.sections) == 13


def test_a_labelled_annex_and_the_provision_that_names_it(read):
    document = read(
        "QUY ĐỊNH\nĐiều 1. Thẻ thư viện\n1. Bạn đọc làm thẻ theo mẫu tại Phụ lục 2.\n\fPhụ lục 2\n"
        "MẪU ĐƠN LÀM THẺ\nHọ và tên: ..............\nLớp: ..............\nNgày sinh: ..............\n"
    )
    rows = forms.extract(document)
    assert said(rows, "number", "title", "provision") == [("2", "MẪU ĐƠN LÀM THẺ", "Điều 1.1")]
    assert [s.number for s in document.sections] == ["Điều 1", "Điều 1.1"]


def test_every_value_has_its_place(read):
    document = read(PLAN)
    for row in tasks.extract(document):
        cell = row.cells["title"]
        assert cell.value in document.text.body(cell.span)
