"""Vietnamese figures under a comparator that ends the line above, behind a second condition, of tests and of shares."""

from extractors.tables import requirements
from tests.extraction_structure.conftest import document_of

ACT = "TRƯỜNG B\nSố: 3/QĐ-B\nHà Nội, ngày 2 tháng 3 năm 2023\nQUYẾT ĐỊNH\nVề việc quy định học vụ\n"


def _told(text: str, *columns: str) -> list[tuple[object, ...]]:
    rows = requirements.extract(document_of(f"{ACT}{text}", language="vi", kind="decision"))
    return [tuple(row.get(column) for column in columns) for row in rows]


def test_points_have_the_comparator_that_their_lead_ends_with():
    text = (
        "Điều 1. Giới hạn\n1. Khối lượng được miễn không vượt quá:\n"
        "a) 45% đối với người có bằng cử nhân;\nb) 30% đối với người có bằng nghề.\n"
    )
    assert _told(text, "provision", "subject", "comparator", "value") == [
        ("Điều 1.1.a", "Khối lượng được miễn", "<=", 45),
        ("Điều 1.1.b", "Khối lượng được miễn", "<=", 30),
    ]


def test_points_without_a_comparator_above_bind_nothing():
    text = "Điều 1. Hồ sơ\n1. Hồ sơ gồm:\na) 02 ảnh cỡ 3x4;\nb) 01 phong bì.\n"
    assert _told(text, "value") == []


def test_a_second_condition_is_about_its_own_words():
    text = (
        "Điều 1. Môn học được chấp nhận nếu số tín chỉ không thấp hơn 75% số tín chỉ của môn tương ứng"
        " và điểm môn học đạt từ 6,5 trở lên.\n"
    )
    assert _told(text, "subject", "value", "unit") == [("số tín chỉ", 75, "percent"), ("điểm môn học", 6.5, None)]


def test_a_range_of_minutes_says_how_long_a_test_lasts():
    text = "Điều 1. Hình thức thi: thi viết từ 80 đến 140 phút, thi vấn đáp tối đa 12 phút cho mỗi sinh viên.\n"
    assert _told(text, "subject", "comparator", "value") == [("thi viết", "between", 80), ("thi vấn đáp", "<=", 12)]
    assert _told("Điều 1. Sinh viên nghỉ giữa giờ từ 10 đến 15 phút.\n", "value") == []


def test_a_share_that_opens_its_sentence_is_about_its_heading():
    text = "Điều 1. Mức giảm\n1. Giảm 40% học phí cho sinh viên là con liệt sĩ.\n"
    assert _told(text, "subject", "scope", "value") == [("Mức giảm", "học phí cho sinh viên là con liệt sĩ", 40)]
    assert _told("Điều 1. Kinh phí giảm 12% so với năm trước.\n", "value") == []


def test_a_term_that_opens_its_sentence_is_what_its_figure_holds_for():
    text = "Điều 1. Trong học kỳ, người học phải tích lũy ít nhất 12 tín chỉ.\n"
    assert _told(text, "subject", "scope", "value") == [("người học phải tích lũy", "học kỳ", 12)]


def test_programmes_that_a_comma_joins_are_asked_for_one_level():
    text = "Điều 1. Sinh viên chương trình tiên tiến, chất lượng cao phải đạt tối thiểu trình độ B2.\n"
    assert _told(text, "subject", "value_text") == [("Sinh viên chương trình tiên tiến, chất lượng cao", "B2")]


def test_the_stroke_that_ends_an_act_ends_what_a_figure_holds_for():
    text = "Điều 1. Khiếu nại được gửi trong thời hạn 04 ngày làm việc kể từ ngày công bố./.\n"
    assert _told(text, "value", "scope") == [(4, "kể từ ngày công bố")]
