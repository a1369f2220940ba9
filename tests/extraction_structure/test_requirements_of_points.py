"""Figures of points whose clause bears a number that an earlier part of the document bears too."""

from extractors.tables import requirements
from tests.extraction_structure.conftest import document_of

DECISION = """TRƯỜNG B
Số: 3/QĐ-B
Hà Nội, ngày 2 tháng 3 năm 2031
QUYẾT ĐỊNH
Về việc ban hành Quy định chấm điểm
Điều 1. Ban hành kèm theo Quyết định này Quy định chấm điểm.
Điều 2. Các tổ và giáo vụ chịu trách nhiệm thi hành Quyết định này./.
QUY ĐỊNH
Chấm điểm
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Văn bản này quy định việc chấm điểm.
Điều 2. Khung điểm của buổi thi như sau:
a) Tối đa 30 điểm;
Điều 3. Xếp loại
1. Kết quả được xếp như sau:
a) Từ 90 đến 100 điểm: loại xuất sắc;
b) Từ 80 đến dưới 90 điểm: loại tốt;
c) Từ 65 đến dưới 80 điểm: loại khá;
d) Từ 50 đến dưới 65 điểm: loại trung bình.
"""


def test_point_belongs_to_the_nearer_of_two_clauses_of_one_number():
    rows = requirements.extract(document_of(DECISION, language="vi", kind="decision"))
    told = [(row.get("subject"), row.get("value")) for row in rows if row.get("unit") == "point"]
    assert told == [("Khung điểm của buổi thi", 30)]


def test_bounds_of_a_grading_scale_are_no_requirements():
    rows = requirements.extract(document_of(DECISION, language="vi", kind="decision"))
    assert not [row for row in rows if str(row.get("provision")).startswith("Điều 3")]
