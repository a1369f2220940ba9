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


ENGLISH_MODEL = """YUEBHbIM ILWIAH
Hanpasnenve noaroroBKu: Mpukyaquaa nHopMaTHKa, cpopMa OOyueHHa OUHAaA, KBaqMdpukanua 6akanasp
Tlopaqok opraHH3allHH yueOHoro mponecca B BeceHHeM cemecTpe, cpoku npoMexyTouHOH arrectauuu crymeHToB
1. Ba3bI WaHHBIX H 3KCHepTHBIe CHCTeMBI, 144 uaca, 3a4eT c OLeHKOH, Kadempa HHdopMalHOHHBIX TexHONOrHit
2. Teopua BepOATHOCTe H MaTeMaTH4YecKaA CTaTHCTHKa, 108 uacoB, 9K3aMeH B 4eTBepTOM ceMecTpe
"""


def test_russian_that_an_engine_read_for_english_gives_no_rows_but_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH_MODEL, "utf-8")
    out = outcome_of(path)
    assert [(row.table, row.get("language")) for row in out.rows] == [("documents", None)]
    assert [f.rule for f in check(out.document, out.rows) if f.severity == "error"] == ["unreadable_text"]
