"""English minutes, cards of policies, lists of makers and the last line of a paper."""

from tests.extraction_curriculum.paper import document, only, rows
from tests.extraction_identity.reading import document as read
from tests.extraction_identity.reading import values

MINUTES = """ELMFORD UNIVERSITY
EB21/034 – March
MINUTES OF THE EDUCATION BOARD
Held on Wednesday 17 March 2021 at 1.30 pm
1.0 OPENING
1.1 WELCOME
The Chair welcomed two guests from the library.
2.0 ITEMS FOR APPROVAL
2.1 MINUTES OF THE MEETING HELD ON 10 FEBRUARY 2021
The minutes were confirmed as a correct record.
The meeting closed at 3.10 pm.
Confirmed: ____________ Professor G Hale, Acting Chair
Date: 14 April 2021
"""
POLICY = """ELMFORD COLLEGES
Policy Number: 512
Title: Awarding of Credit
Adoption Date: January 7, 1998
A. General
1. Credit is awarded for prescribed courses.
2. Transcripts reach the registry within 12 instructional days.

Jane Lark, Chancellor
"""


def test_english_minutes_tell_their_paper_their_meeting_and_its_day() -> None:
    made = read(MINUTES, "en", "report")
    (own,) = values("documents", made)
    assert (own["number"], own["issued_on"]) == ("EB21/034", "2021-03-17")
    assert own["title"] == "MINUTES OF THE EDUCATION BOARD"
    clauses = [(c["number"], c.get("parent")) for c in values("provisions", made)]
    assert clauses == [("1.0", None), ("1.1", "1.0"), ("2.0", None), ("2.1", "2.0")]
    (signer,) = values("people", made)
    assert (signer["name"], signer["role"], signer["act"]) == ("G Hale", "Acting Chair", "signed")


def test_a_ten_that_was_misprinted_heads_no_section() -> None:
    made = read(
        "Basis of the programme:\n8. Law on A.\n9. Law on B.\n1.0 Decree on C.\n11. Decree on D.\n", "en", "report"
    )
    assert "1.0" not in [c["number"] for c in values("provisions", made)]


def test_the_card_of_a_policy_and_the_officer_of_its_last_line() -> None:
    made = read(POLICY, "en", "regulation")
    (own,) = values("documents", made)
    assert (own["number"], own["title"], own["issued_on"]) == ("512", "Awarding of Credit", "1998-01-07")
    assert own["issuer"] == "ELMFORD COLLEGES"
    assert [(p["name"], p["role"]) for p in values("people", made)] == [("Jane Lark", "Chancellor")]
    assert [(r["value"], r["unit"]) for r in values("requirements", made)] == [(12, "day")]


def test_an_english_profile_of_a_programme() -> None:
    listed = [
        [
            "Code",
            "Components of the educational program (academic disciplines, practical training)",
            "Number of credits",
        ],
        [("Compulsory components", 1, 3)],
        ["CC 1", "River Hydrology", "6"],
        [("Total of compulsory components", 1, 2), "180"],
    ]
    card = [
        ["Full name of IHE and structural unit", "Elm University Faculty of Water Department of Rivers"],
        ["Educational program title", "«Hydrology»"],
        ["General competences (GC)", "GC 1. Ability to measure rivers. GC 2. Ability to work in a team."],
    ]
    made = document(
        "(Minutes No. 4 of 23 February 2023)", "EDUCATIONAL AND PROFESSIONAL PROGRAM", "«Hydrology»",
        "Developed by the project group:", "1. Olha Lark, Associate Professor of the Department of", "Rivers.",
        "2. Ivan Reed, Professor.", card, listed, language="en", kind="programme",
    )  # fmt: skip
    assert only(rows("courses", made), "code", "name", "credits") == [("CC 1", "River Hydrology", 6)]
    assert [r["code"] for r in rows("outcomes", made)] == ["GC 1", "GC 2"]
    (programme,) = rows("programmes", made)
    assert programme["faculty"] == "Faculty of Water"
    makers = only(rows("people", made), "name", "role")
    assert makers == [("Olha Lark", "Associate Professor of the Department of Rivers"), ("Ivan Reed", "Professor")]


def test_a_course_whose_code_and_name_are_the_first_line() -> None:
    made = document("HYD 2110 – River Hydrology", "Course Description", "Rivers.", language="en", kind="syllabus")
    assert only(rows("courses", made), "code", "name") == [("HYD 2110", "River Hydrology")]


def test_numbered_rows_of_a_handbook_without_codes() -> None:
    def card(name: str, credit: str, outcome: str) -> list[list[object]]:
        return [
            ["1", "Module name", name, f"{credit} ECTS credits"],
            ["2", "Learning outcomes", (f"• {outcome}", 1, 2)],
            ["3", "Integration in curriculum", ("Semester 2", 1, 2)],
            ["4", "Recommended literature", ("Lark, A.: Rivers and Lakes. Elm: EUP, 2014.", 1, 2)],
        ]

    made = document(
        "Module Handbook", card("Rivers of the North", "10", "examine the banks of a river"), "Lakes",
        card("Lakes of the South", "5", "measure the depth of a lake"), language="en", kind="programme",
    )  # fmt: skip
    courses = only(rows("courses", made), "name", "credits", "semester")
    assert courses == [("Rivers of the North", 10, 2), ("Lakes of the South", 5, 2)]
    assert [r["text"] for r in rows("outcomes", made)] == [
        "examine the banks of a river",
        "measure the depth of a lake",
    ]
    assert len(rows("bibliography", made)) == 2


REGULATIONS = """Appendix to Resolution No. 66
of the Senate of the University of Elmford
of 23 April 2019
STUDY REGULATIONS
OF THE UNIVERSITY OF ELMFORD
1. GENERAL PROVISIONS
§ 1
1. The regulations apply to students.
2. The year has two semesters.
2. FINAL PROVISIONS
§ 2
1. The rector decides.
2. The dean informs.
"""


def test_rules_appended_to_a_resolution_with_titled_chapters_over_paragraphs() -> None:
    made = read(REGULATIONS, "en", "regulation")
    (own,) = values("documents", made)
    assert (own["issued_on"], own["issuer"]) == ("2019-04-23", "Senate of the University of Elmford")
    assert own["title"] == "STUDY REGULATIONS OF THE UNIVERSITY OF ELMFORD"
    (act,) = values("citations", made)
    assert (act["number"], act["relation"]) == ("66", "enacts")
    numbers = [c["number"] for c in values("provisions", made)]
    assert (numbers[0], numbers[4], numbers[-1]) == ("1", "2", "§ 2.2")
