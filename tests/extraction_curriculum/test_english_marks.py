"""English tables and cards of a course: scores beside shares, grades by other heads, points in brackets, no course."""

from tests.extraction_curriculum.paper import document, only, rows


def test_points_beside_shares_that_make_a_hundred_are_scores() -> None:
    works = [
        ["Component", "Points", "Percent"],
        ["Essay", "80", "40%"],
        ["Exam", "120", "60%"],
        ["Total", "200", "100%"],
    ]
    made = document("COURSE SYLLABUS", "Snow and Ice", works, language="en", kind="syllabus")
    assert only(rows("assessments", made), "title", "max_score", "weight_percent") == [
        ("Essay", 80, 40),
        ("Exam", 120, 60),
    ]


def test_points_beside_letters_are_steps_of_a_scale() -> None:
    scale = [["Letter", "Digital equivalent", "Percent", "National scale"], ["A", "4.0", "90-100", "excellent"]]
    scale += [["B", "3.0", "75-89", "good"], ["F", "0", "0-74", "fail"]]
    made = document("COURSE SYLLABUS", "Snow and Ice", scale, language="en", kind="syllabus")
    assert not rows("assessments", made)
    assert only(rows("grades", made), "letter", "points", "label")[0] == ("A", 4.0, "excellent")


def test_a_card_tells_outcomes_with_letters_in_brackets_and_no_course_before() -> None:
    card = [
        ["Subject Code", "HYD2101"],
        ["Subject Title", "Snow and Ice"],
        ["Pre-requisite", "Nil"],
        ["Intended Learning Outcomes", "(a) describe how snow falls;\n(b) measure the depth of snow."],
    ]
    made = document("SYLLABUS", card, language="en", kind="syllabus")
    told = [row.get("text") for row in rows("outcomes", made)]
    assert told == ["describe how snow falls;", "measure the depth of snow."]
    assert not rows("course_relations", made)
