"""Resolutions of English senates: heads in several lines, laws by their day, acts repealed, signatures below."""

from tests.extraction_identity.reading import document, values

RESOLUTION = (
    "RESOLUTION No. 12/2020\nof the Senate of Corvin University\nof 4 March 2020\non the fees for evening courses\n"
    "Pursuant to Article 9 section 2 of the Act of 5 May 2011 – Law on Museums (as amended) and § 7 of the\n"
    "Statutes of Corvin University, the Senate resolves as follows:\n"
    "1. The fees listed in the Annex are adopted.\n"
    "2. Resolution No. 3/2016 of the Senate of 8 June 2016 on guided tours is repealed.\n"
    "3. The Resolution enters into force on 1 April 2020.\n"
    "Rector\nProf. Ilona Marek, PhD\n"
)


def test_the_head_of_a_resolution() -> None:
    (own,) = values("documents", document(RESOLUTION, "en"))
    assert (own["number"], own["issued_on"], own["title"]) == (
        "12/2020",
        "2020-03-04",
        "on the fees for evening courses",
    )
    assert (own["issuer"], own["effective_from"]) == ("Senate of Corvin University", "2020-04-01")


def test_what_a_resolution_rests_on_and_repeals() -> None:
    cited = values("citations", document(RESOLUTION, "en"))
    told = {(c["kind"], c.get("title"), c["relation"], c.get("article")) for c in cited}
    assert ("law", "Law on Museums", "basis", "9") in told
    assert ("charter", "Statutes of Corvin University", "basis", "7") in told
    assert ("resolution", "guided tours", "replaces", None) in told


def test_who_signs_below_the_office_and_what_is_no_person() -> None:
    signed = values("people", document(RESOLUTION, "en"))
    assert [(p["name"], p["role"]) for p in signed] == [("Ilona Marek", "Rector")]
    module = "MODULE SPECIFICATION\nModule title: Bookbinding\nApproved by: Crafts Teaching Committee\n"
    assert values("people", document(module, "en", "syllabus")) == []


def test_a_month_is_no_town() -> None:
    made = document("PROGRAMME SPECIFICATION\nDate of approval\t3 May 2019\nOctober 2019\n", "en", "programme")
    (own,) = values("documents", made)
    assert own["issued_on"] == "2019-05-03"
    assert "issued_at" not in own


PROVISION = (
    "Corvin Academy University\nApproved by Resolution No. 5 of the Teaching Council\nof 3 May 2021\n"
    "Provision on Field Trips\nGraz\n2021\n\nArticle 1. General provisions\n"
    "1.1. This provision governs field trips of the students of the academy.\n"
)


def test_a_provision_and_what_approved_it() -> None:
    made = document(PROVISION, "en", "regulation")
    (own,) = values("documents", made)
    assert (own["title"], own["issued_at"], own["issued_on"]) == ("Provision on Field Trips", "Graz", "2021-05-03")
    assert [(c["number"], c["relation"]) for c in values("citations", made)] == [("5", "approves")]


def test_who_awards_or_teaches_where_no_body_stands_above_the_kind() -> None:
    card = "Programme Specification for the MA in Bookbinding\n1. Awarding Institution: Corvin College Graz\n"
    (own,) = values("documents", document(card, "en", "programme"))
    assert own["issuer"] == "Corvin College Graz"
    sheet = "SYLLABUS\nBB 7 - Bookbinding\nInstructor Ada Keel\nCorvin University of Crafts\nOVERVIEW\nWe bind books.\n"
    (own,) = values("documents", document(sheet, "en", "syllabus"))
    assert (own["title"], own["issuer"]) == ("BB 7 - Bookbinding", "Corvin University of Crafts")


def test_a_name_of_initials_stands_above_its_office() -> None:
    text = "REGULATIONS FOR FEES\n1. Fees are due in May.\n\nDr A. B. Keel\nAcademic Registrar\n"
    signed = values("people", document(text, "en", "regulation"))
    assert [(p["name"], p["role"]) for p in signed] == [("A. B. Keel", "Academic Registrar")]


def test_terms_of_an_article_that_defines_them() -> None:
    text = PROVISION + "Article 2. Definition of terms\n2.1. Guide – a person who leads students on a field trip.\n"
    (told,) = values("terms", document(text, "en", "regulation"))
    assert (told["term"], told["definition"]) == ("Guide", "a person who leads students on a field trip")


TRUSTEES = (
    "CORVIN COLLEGE\nBoard of Trustees\nRESOLUTION No. 19\nMay 4, 2021\nEVENING CLASSES IN THE OLD LIBRARY\n"
    "WHEREAS, the Act no. 31 of 6 June 2012 on Public Libraries opens them in the evening; now, therefore be it\n"
    "RESOLVED, That the President shall report to the Board within 60 days of the adoption of this resolution.\n"
)


def test_a_resolution_by_its_day_its_title_and_what_it_resolves() -> None:
    made = document(TRUSTEES, "en")
    (own,) = values("documents", made)
    assert (own["number"], own["issued_on"]) == ("19", "2021-05-04")
    assert own["title"] == "EVENING CLASSES IN THE OLD LIBRARY"
    assert [(r["value"], r["unit"]) for r in values("requirements", made)] == [(60, "day")]
    (law,) = values("citations", made)
    assert (law["kind"], law["number"], law["issued_on"]) == ("law", "31", "2012-06-06")
