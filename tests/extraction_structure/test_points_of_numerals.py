"""Points of small Roman numbers, lettered parts below a section, parts without numbers above a numbered list."""

from extractors.tables import provisions


def _numbers(made) -> list[str | None]:
    return [row.get("number") for row in provisions.extract(made)]


def test_small_roman_numbers_stand_below_letters_and_letters_go_on(read):
    text = (
        "REGULATIONS\non visits\n\n1 Visits\n1.1 A visit is refused to:\n(a) a child; or\n(b) a guest who:\n"
        "(i) is late; or\n(ii) has no card.\n1.2 Others are:\n(g) staff;\n(h) alumni;\n(i) friends.\n"
    )
    numbers = _numbers(read(text, kind="regulation", language="en"))
    assert numbers == ["1", "1.1", "1.1.a", "1.1.b", "1.1.b.i", "1.1.b.ii", "1.2", "1.2.g", "1.2.h", "1.2.i"]


def test_lettered_parts_below_a_section_do_not_end_its_series(read):
    text = (
        "PROGRAMME SPECIFICATION\n\n**1. Aims**\nThe programme trains.\n\n**2. Outcomes**\n"
        "Graduates will be able to:\n\n**A. Knowledge**\nThey know.\n\n**B. Skills**\n"
        "They act.\n\n**3. Entry**\nA certificate is asked for.\n"
    )
    numbers = _numbers(read(text, kind="programme", language="en"))
    assert [n for n in numbers if n in ("1", "2", "3")] == ["1", "2", "3"]


def test_a_numbered_list_of_sources_is_no_ladder(read):
    text = (
        "SYLLABUS\n\n## Aim\nThe course aims to show how visits are planned and recorded.\n\n## Integrity\n"
        "Every work is checked by the office before it is marked.\n\n## Rules\n"
        "Nobody may enter after the bell has rung.\n\n"
        "## References\n1. Doe A. Visits. Hue: Fern, 2030.\n2. Roe B. Guests. Hue: Fern, 2031.\n"
    )
    headings = [row.get("heading") for row in provisions.extract(read(text, kind="syllabus", language="en"))]
    assert headings[:3] == ["Aim", "Integrity", "Rules"]


def test_titles_above_tables_and_sources_below_a_title_in_bold(read):
    text = (
        "SYLLABUS\n\n## Aim\nThe course aims to show how visits are planned and recorded.\n\n## Marks\nWork\tPoints\n"
        "Essay\t40\nExam\t60\n\n## Integrity\nEvery work is checked by the office before it is marked.\n\n"
        "## Recommended literature\n## Main\n1. Doe A. Visits. Hue: Fern, 2030.\n2. Roe B. Guests. Hue: Fern, 2031.\n"
    )
    made = read(text, kind="syllabus", language="en")
    told = [(row.get("heading"), row.get("number")) for row in provisions.extract(made)]
    assert told[:3] == [("Aim", None), ("Marks", None), ("Integrity", None)]
    assert all(number is None for _, number in told)


def test_the_title_of_a_part_is_its_heading_also_above_a_first_clause(read):
    text = (
        "REGULATIONS\non visits\n\n**PART I**\n**PRELIMINARY**\n1. These Regulations apply to every visit.\n"
        "2. A visit is told a week before.\n"
    )
    first = provisions.extract(read(text, kind="regulation", language="en"))[0]
    assert first.get("heading") == "PRELIMINARY"


def test_the_head_of_a_memorandum_is_no_text_of_it(read):
    text = (
        "FERNHILL UNIVERSITY\nMEMORANDUM No. 7\nTO: Deans of all the faculties and heads of offices\n"
        "FROM: Dr. Ann Doe, Vice President for Academic Affairs of the University\nDATE: 5 May 2031\nSUBJECT: Visits\n"
        "The following rules are issued for all:\n1. A visit lasts an hour.\n2. Others wait.\n"
    )
    assert _numbers(read(text, kind="notice", language="en")) == ["1", "2"]
