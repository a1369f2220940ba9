"""Teachers of a Vietnamese syllabus or programme, from the table that lists them."""

import re

from extractors.curriculum.grids import Place, grids
from extractors.curriculum.own import titled
from extractors.finding.persons import find_persons
from models.document import Document
from models.rows import Row, Value
from normalizers.values.names import parse_person

_NAME = re.compile(r"(?:họ (?:và )?tên|tên giảng viên|giảng viên|cán bộ giảng dạy)(?:\s.{0,30})?$", re.I)
_CONTACT = re.compile(r"e-?mail|điện thoại|số đt|đơn vị|bộ môn|địa chỉ|liên hệ|khoa/|đt$", re.I)
_STAFF = re.compile(r"học (?:hàm|vị)|chuyên (?:ngành|môn)|trình độ|bộ môn|giảng dạy", re.I)
"""What stands beside the names of a programme's staff."""
_ROLE = re.compile(r"(?:vai trò|nhiệm vụ|chức danh|chức vụ|phụ trách)", re.I)


def read_teachers(document: Document) -> list[Row]:
    """Return the people of tables headed by names beside addresses in a syllabus, beside degrees in a programme."""
    about = titled(document)
    if document.genre.language != "vi" or about not in ("syllabus", "programme"):
        return []
    rows: list[Row] = []
    for grid in grids(document):
        heads = [place.text.strip(" :.") for place in grid.rows[0]]
        name = next((n for n, text in enumerate(heads) if _NAME.match(text)), None)
        told = _CONTACT if about == "syllabus" else _STAFF
        if name is None or not any(told.search(text) for text in heads):
            continue
        role = next((n for n, text in enumerate(heads) if n != name and _ROLE.search(text)), None)
        for row in grid.rows[1:]:
            if (one := _teacher(row[name], row[role] if role is not None else None)) is not None:
                rows.append(one)
    return rows


def _teacher(place: Place, role: Place | None) -> Row | None:
    person = parse_person(re.split(r"[,;(]", place.text)[0]) if place.text and not place.merged else None
    if person is None or not find_persons(person.name, "vi"):
        return None
    cells = {
        "name": Value(person.name, place.span, 0.9, "people.teachers"),
        "act": Value("teaches", place.span, 0.85, "people.teachers"),
    }
    if role is not None and 2 < len(role.text) <= 80:
        cells["role"] = Value(role.text, role.span, 0.8, "people.teachers")
    return Row("people", cells)
