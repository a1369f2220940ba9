"""A programme's card, outcomes, matrices, course list and plan."""

import pytest

from extractors.curriculum.cards.naming import split_name
from extractors.tables import requirements
from tests.extraction_curriculum.paper import document, rows
from tests.extraction_structure.conftest import document_of

PROGRAMME = document(
    "CHƯƠNG TRÌNH ĐÀO TẠO",
    "Tên chương trình: Công nghệ thực phẩm",
    "Tên tiếng Anh: Food Technology",
    "Mã ngành: 7540101",
    "Thời gian đào tạo: 4,5 năm",
    "Ngôn ngữ đào tạo: Tiếng Việt",
    "Tổng số tín chỉ: 150 tín chỉ",
    "1. Mục tiêu đào tạo",
    "PO1: Có kiến thức vững về hóa học và vi sinh",
    "thực phẩm.",
    "PO2: Có kỹ năng vận hành dây chuyền chế biến.",
    "2. Chuẩn đầu ra",
    [
        ["Mã", "Nội dung chuẩn đầu ra"],
        ["PLO1", "Giải thích được biến đổi hóa sinh của nguyên liệu."],
        ["PLO2", "Tính toán được cân bằng vật chất của quy trình."],
    ],
    "Ma trận mục tiêu và chuẩn đầu ra",
    [["Mục tiêu", "PLO1", "PLO2"], ["PO1", "X", ""], ["PO2", "2", "3"]],
    "3. Khung chương trình đào tạo",
    [
        [
            ("TT", 2, 1),
            ("Mã HP", 2, 1),
            ("Tên học phần", 2, 1),
            ("Số TC", 2, 1),
            ("Số tiết", 1, 2),
            ("HP tiên quyết", 2, 1),
            ("Học kỳ", 2, 1),
        ],
        ["LT", "TH"],
        ["I", ("Kiến thức giáo dục đại cương", 1, 7)],
        ["1", "TRI101", "Triết học", "3 (3-0-6)", "45", "0", "", "1"],
        ["II", ("Kiến thức chuyên ngành", 1, 7)],
        ["II.1", ("Tự chọn (chọn 3/6 TC)", 1, 7)],
        ["2", "CNS301", "Công nghệ sấy", "3", "30", "30", "TRI101", "5"],
        [("Tổng cộng", 1, 3), "150", "", "", "", ""],
    ],
    kind="programme",
)


def test_the_card() -> None:
    (programme,) = rows("programmes", PROGRAMME)
    assert programme == {
        "code": "7540101", "name": "Công nghệ thực phẩm", "name_en": "Food Technology", "level": "bachelor",
        "duration_years": 4.5, "teaching_language": "vi", "total_credits": 150,
    }  # fmt: skip


def test_outcomes_of_lines_and_of_a_table() -> None:
    found = {r["code"]: (r["kind"], r["text"]) for r in rows("outcomes", PROGRAMME)}
    assert list(found) == ["PO1", "PO2", "PLO1", "PLO2"]
    assert found["PO1"] == ("objective", "Có kiến thức vững về hóa học và vi sinh thực phẩm.")
    assert found["PLO2"][0] == "programme_outcome"


def test_marks_of_a_matrix_are_links_and_levels() -> None:
    found = [(r["source_code"], r["target_code"], r.get("level")) for r in rows("outcome_links", PROGRAMME)]
    assert found == [("PO1", "PLO1", None), ("PO2", "PLO1", "2"), ("PO2", "PLO2", "3")]


def test_the_course_list_with_its_parts() -> None:
    first, second = rows("courses", PROGRAMME)
    assert (first["code"], first["credits"], first["cycle"], first["semester"]) == (
        "TRI101",
        3,
        "Kiến thức giáo dục đại cương",
        1,
    )
    assert (second["cycle"], second["component"]) == ("Kiến thức chuyên ngành", "Tự chọn")
    assert rows("course_relations", PROGRAMME) == [
        {"course_code": "CNS301", "relation": "prerequisite", "code": "TRI101"}
    ]


def test_a_plan_with_deep_heads() -> None:
    plan = document(
        "НАВЧАЛЬНИЙ ПЛАН",
        "Спеціальність: 208 Агроінженерія",
        "Кваліфікація: магістр з агроінженерії",
        "Термін навчання: 1 рік 4 місяці",
        [
            [
                ("Шифр за ОП", 3, 1),
                ("НАЗВА НАВЧАЛЬНИХ ДИСЦИПЛІН", 3, 1),
                ("Розподіл за семестрами", 1, 2),
                ("Кількість кредитів ЄКТС", 3, 1),
                ("Кількість годин", 1, 2),
            ],
            [("екзамени", 2, 1), ("заліки", 2, 1), ("загальний обсяг", 2, 1), ("аудиторних", 1, 1)],
            ["лекції"],
            ["1", "2", "3", "4", "5", "6", "7"],
            [("1. ОБОВ’ЯЗКОВІ ОСВІТНІ КОМПОНЕНТИ", 1, 7)],
            [("1.1. Цикл загальної підготовки", 1, 7)],
            ["ОК 1", "Філософія науки", "1", "", "4", "120", "32"],
            ["ОК 2", "Іноземна мова за фахом", "", "1,2", "6", "180", ""],
            ["", "Загальна кількість", "", "", "10", "300", "32"],
        ],
        language="uk",
        kind="plan",
    )
    (programme,) = rows("programmes", plan)
    assert (programme["level"], programme["duration_years"]) == ("master", 1.33)
    first, second = rows("courses", plan)
    assert (first["code"], first["credits"], first["semester"], first["control_form"]) == ("ОК 1", 4, 1, "екзамен")
    assert (first["component"], first["cycle"]) == ("ОБОВ’ЯЗКОВІ ОСВІТНІ КОМПОНЕНТИ", "Цикл загальної підготовки")
    assert (second["semester"], second["control_form"]) == ("1, 2", "залік")


@pytest.mark.parametrize(
    ("printed", "code", "name", "english"),
    [
        ("6B07204 Геология", "6B07204", "Геология", None),
        ("014 Середня освіта (Хімія)", "014", "Середня освіта (Хімія)", None),
        ("Luật kinh tế (Economic Law)", None, "Luật kinh tế", "Economic Law"),
        ("Thú y, mã số 7640101", "7640101", "Thú y", None),
        ("TRÌNH ĐỘ ĐẠI HỌC NGÀNH THÚ Y", None, "THÚ Y", None),
        ("Освітньо-професійна програма «Садівництво»", None, "Садівництво", None),
        ("09.03.02 Информационные системы", "09.03.02", "Информационные системы", None),
    ],
)
def test_codes_and_names_of_programmes(printed: str, code: str | None, name: str, english: str | None) -> None:
    assert split_name(printed) == (code, name, english)


def test_a_torn_matrix_is_put_together() -> None:
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO",
        "Tên chương trình: Thủy lợi",
        "Mã ngành: 7580202",
        "Ma trận chuẩn đầu ra",
        "Chỉ báo (PIs)",
        "mưa lũ theo từng lưu vực sông.",
        "PI1.2. Lập được bản đồ ngập lụt",
        "cho khu vực nhỏ ven sông.",
        "PI1.3. Trình bày được kết quả",
        "khảo sát trước cộng",
        "PI1.1. Tính được lưu lượng của",
        "đồng dân cư.",
        "PLO1: Phân tích được nguy cơ",
        "lũ lụt của một lưu vực.",
        "PO1. Đào tạo kỹ sư hiểu nước.",
        kind="programme",
    )
    found = {r["code"]: r["text"] for r in rows("outcomes", made)}
    assert found["PI1.1"] == "Tính được lưu lượng của mưa lũ theo từng lưu vực sông."
    assert found["PI1.2"] == "Lập được bản đồ ngập lụt cho khu vực nhỏ ven sông."
    assert found["PI1.3"].startswith("Trình bày được kết quả khảo sát trước cộng đồng dân cư.")
    links = {(r["source_code"], r["target_code"]) for r in rows("outcome_links", made)}
    assert links == {("PI1.1", "PLO1"), ("PI1.2", "PLO1"), ("PI1.3", "PLO1"), ("PO1", "PLO1")}


def test_figures_of_a_card_limit_nothing() -> None:
    made = document_of(
        "CHƯƠNG TRÌNH ĐÀO TẠO\nNgành: Địa chất học\nI. THÔNG TIN CHUNG\n- Thời gian đào tạo: 4 năm\n"
        "- Khối lượng các môn học chung: 255 giờ\n"
        "II. QUY ĐỊNH\nThời gian học tối đa là 8 năm.\n",
        kind="programme",
        language="vi",
    )
    assert [(row.get("comparator"), row.get("value")) for row in requirements.extract(made)] == [("<=", 8)]


def test_english_rules_name_their_programme_by_its_degree() -> None:
    made = document_of(
        "ELMFORD UNIVERSITY\nPROGRAMME REGULATIONS\nBachelor of Science (Honours) in Glaciology\n1. Provisions\n"
        "1.1 The Programme comprises 240 ECTS credits and has a standard duration of four years.\n",
        kind="regulation",
        language="en",
    )
    (row,) = rows("programmes", made)
    assert (row["name"], row["degree"], row["level"]) == ("Glaciology", "Bachelor of Science (Honours)", "bachelor")
    assert (row["total_credits"], row["duration_years"]) == (240, 4)
    general = "ELMFORD UNIVERSITY\nREGULATIONS\nMaster of Science degrees are awarded\n1. General\n1.1 They bind all."
    assert rows("programmes", document_of(general, kind="regulation", language="en")) == []


def test_an_act_that_names_several_branches_gives_a_programme_each() -> None:
    act = (
        "TRƯỜNG ĐẠI HỌC SÔNG LÔ\nSố: 31/QĐ-ĐHSL\nQUYẾT ĐỊNH\nVề việc ban hành chương trình đào tạo\n\n"
        "Điều 1. Ban hành chương trình đào tạo liên thông từ trình độ cao đẳng lên trình độ đại học, hình thức vừa làm "
        "vừa học của các ngành:\n1. Kế toán, mã ngành 7340301: 62 tín chỉ;\n2. Luật kinh tế (mã số: 7380107).\n"
        "Điều 2. Ngành Du lịch, mã ngành 7810101, tuyển sinh từ năm 2026.\n"
    )
    found = rows("programmes", document_of(act, language="vi"))
    said = [tuple(row.get(c) for c in ("code", "name", "level", "mode", "total_credits")) for row in found]
    mode = "vừa làm vừa học"
    assert said == [("7340301", "Kế toán", "bachelor", mode, 62), ("7380107", "Luật kinh tế", "bachelor", mode, None)]
