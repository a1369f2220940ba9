"""A document in a language that is not read here has no language in its row, and a steward is told."""

from pathlib import Path

from extractors.checks import check
from tests.samples.steps import outcome_of

FRENCH = """RÈGLEMENT DES ÉTUDES
Le présent règlement fixe les conditions dans lesquelles les étudiants peuvent être inscrits dans une formation.
Chaque étudiant doit avoir obtenu toutes les notes avant la fin de l'année, sinon il n'est pas admis à la suite.
Les absences sont signalées au secrétariat par les enseignants qui ont constaté que l'étudiant n'était pas présent.
"""
VIETNAMESE = """QUY CHẾ HỌC TẬP
Quy chế này quy định điều kiện để người học được đăng ký vào một chương trình (Règlement des études de la faculté).
Người học phải có đủ điểm các học phần trước khi kết thúc năm học, nếu không sẽ không được học tiếp.
"""


def told_of(text: str, folder: Path) -> tuple[object, list[str]]:
    path = folder / "a.txt"
    path.write_text(text, "utf-8")
    out = outcome_of(path)
    own = next(row for row in out.rows if row.table == "documents")
    return own.get("language"), [f.rule for f in check(out.document, out.rows) if f.rule == "another_language"]


def test_a_french_document_is_told_of_and_kept_as_it_is(tmp_path: Path) -> None:
    assert told_of(FRENCH, tmp_path) == (None, ["another_language"])


def test_a_vietnamese_one_with_a_french_name_is_not(tmp_path: Path) -> None:
    assert told_of(VIETNAMESE, tmp_path) == ("vi", [])
