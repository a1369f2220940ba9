"""Signatures without a rule, approvals in closing lines, acts that change others, requisites below a title."""

import pytest

from tests.extraction_identity.reading import document, values

UKRAINIAN = """ПОЛОЖЕННЯ
про музей університету

1. ЗАГАЛЬНІ ПОЛОЖЕННЯ
1.1. Музей є структурним підрозділом Сулинського університету.
1.2. Музей працює від 20 до 30 годин на тиждень.

Директор музею                       Оксана РЯБЧУК

ПОГОДЖЕНО:
Начальник відділу кадрів             Петро ЖИЛА
"""

ENGLISH = """UNIVERSITY OF LAKEMOOR
LIBRARY REGULATIONS

1. Purpose
1.1 These Regulations govern the use of the Library.
1.2 They should be read with the Student Conduct Policy (2019) and section 3 of the Data Retention Procedure.
1.3 They supersede the Reading Room Regulations approved on 4 May 2011.
1.4 The Equality Act 2010 applies.

Approved by Academic Board: 9 June 2021 (Minute AB21/30)
Effective from: 1 August 2021
Version: 2.1
University Librarian and Head of Archives: Dr Joan Fielding
"""

KAZAKH = """Кітапхана қорын есепке алу қағидаларын бекіту туралы

Қазақстан Республикасы Мәдениет министрінің 2019 жылғы 5 наурыздағы № 77 бұйрығы. Қазақстан Республикасының \
Әділет министрлігінде 2019 жылғы 8 наурызда № 18388 болып тіркелді

"Мәдениет туралы" Қазақстан Республикасы Заңының 7-бабына сәйкес БҰЙЫРАМЫН:

1. "Қор туралы нұсқаулықты бекіту туралы" Қазақстан Республикасы Мәдениет министрінің 2010 жылғы 2 ақпандағы № 15 \
бұйрығына мынадай өзгерістер енгізілсін:

2. Осы бұйрық ресми жарияланған күнінен кейін қолданысқа енгізіледі.

Қазақстан Республикасының
Мәдениет министрі                                     А. Бердіқұл
"""


def test_an_office_and_a_name_with_a_gap_between_them() -> None:
    people = values("people", document(UKRAINIAN, "uk", "regulation"))
    assert [(r["name"], r["role"], r["act"]) for r in people] == [
        ("Оксана РЯБЧУК", "Директор музею", "signed"),
        ("Петро ЖИЛА", "Начальник відділу кадрів", "agreed"),
    ]


def test_a_label_before_its_office_on_one_line_names_who_agreed_where_paper_lost_the_rule() -> None:
    text = (
        UKRAINIAN.partition("ПОГОДЖЕНО")[0]
        + "Погоджено: начальник відділу кадрів    П.О. Жила\nСклад: фонди    П.О. Зуб\n"
    )
    people = values("people", document(text, "uk", "regulation"))[1:]
    assert [(r["name"], r["role"], r["act"]) for r in people] == [("П.О. Жила", "начальник відділу кадрів", "agreed")]


def test_the_last_clause_ends_before_the_signature() -> None:
    provisions = values("provisions", document(UKRAINIAN, "uk", "regulation"))
    assert provisions[-1]["text"] == "Музей працює від 20 до 30 годин на тиждень."
    made = values("provisions", document(KAZAKH, "kk", "decision"))
    assert made[-1]["text"].endswith("қолданысқа енгізіледі.")


def test_english_closing_lines() -> None:
    made = document(ENGLISH, "en", "regulation")
    cited = [(r.get("title") or r.get("issuer"), r["relation"], r.get("issued_on")) for r in values("citations", made)]
    assert ("Student Conduct Policy", "refers", "2019") in cited
    assert ("Data Retention Procedure", "refers", None) in cited
    assert ("Reading Room Regulations", "replaces", "2011-05-04") in cited
    assert ("Equality Act 2010", "refers", None) in cited
    assert ("Academic Board", "approves", "2021-06-09") in cited
    (own,) = values("documents", made)
    assert (own["issued_on"], own["effective_from"], own["version"]) == ("2021-06-09", "2021-08-01", "2.1")
    assert [r["name"] for r in values("people", made)] == ["Joan Fielding"]


def test_requisites_below_a_kazakh_title() -> None:
    made = document(KAZAKH, "kk", "decision")
    (own,) = values("documents", made)
    assert own["title"] == "Кітапхана қорын есепке алу қағидаларын бекіту туралы"
    assert (own["number"], own["issued_on"]) == ("77", "2019-03-05")
    amended = [r for r in values("citations", made) if r["relation"] == "amends"]
    assert [(r["number"], r["title"]) for r in amended] == [("15", "Қор туралы нұсқаулықты бекіту туралы")]
    assert [(r["name"], r["role"]) for r in values("people", made)] == [
        ("А. Бердіқұл", "Қазақстан Республикасының Мәдениет министрі")
    ]


def test_an_act_that_is_changed() -> None:
    russian = (
        "ПРИКАЗ\n1. Внести в приказ Министерства образования Республики от 3 мая 2017 года № 212 «О практике» "
        "следующие изменения:\nпункт 2 исключить.\n"
    )
    assert [(r["number"], r["relation"]) for r in values("citations", document(russian, "ru", "decision"))] == [
        ("212", "amends")
    ]


def test_a_name_between_strokes_that_an_engine_read_as_figures() -> None:
    close = "СОГЛАСОВАНО\nНачальник отдела практик    1И. С. Лугова/\nДекан факультета    ПР. К. Маслов!\n"
    named = values("people", document(close, "ru", "programme"))
    assert [(r["name"], r["role"]) for r in named] == [
        ("И. С. Лугова", "Начальник отдела практик"),
        ("Р. К. Маслов", "Декан факультета"),
    ]


def test_the_rest_of_an_office_stands_below_its_line() -> None:
    close = "Мәтін.\nКЕЛІСІЛДІ:\nКадр қызметі департаментінің    ____________ Б. С. Оспанов\nбастығы\n"
    named = values("people", document(close, "kk", "regulation"))
    assert [(r["name"], r["role"]) for r in named] == [("Б. С. Оспанов", "Кадр қызметі департаментінің бастығы")]


def test_acts_beside_a_law_and_rules_that_lapse_in_kazakh() -> None:
    text = (
        "ЕРЕЖЕ\n1. Осы Ереже «Ғылым туралы» Қазақстан Республикасының 2011 жылғы 4 ақпандағы № 17-IV Заңына және "
        "Қазақстан Республикасы Мәдениет министрінің 2018 жылғы 6 маусымдағы № 5 бұйрығымен бекітілген Қызмет көрсету "
        "стандартына сәйкес әзірленді.\n2. 2015 жылғы 9 қарашадағы № 8 бұйрықпен бекітілген Оқу залы туралы ереженің "
        "күші жойылды.\n"
    )
    found = {
        (r["number"], r["relation"], r.get("issuer")) for r in values("citations", document(text, "kk", "regulation"))
    }
    assert ("17-IV", "basis", None) in found
    assert ("5", "basis", "Қазақстан Республикасы Мәдениет министрі") in found
    assert ("8", "replaces", None) in found


def test_a_name_of_a_later_line_takes_no_office_beside_which_another_was_lost() -> None:
    close = "УЧЕБНЫЙ ПЛАН\nСОГЛАСОВАНО\nПроректор по науке    7Б. Ф. Ряб0в\nДекан факультета    О. Л. Синицын\n"
    assert [(r["name"], r["role"]) for r in values("people", document(close, "ru", "plan"))] == [
        ("О. Л. Синицын", "Декан факультета")
    ]


SIGNED_BELOW = """UNIVERSITY OF LAKEMOOR
RESIDENCE REGULATIONS

1. Rooms
1.1 A room is let for one year (the "Tenancy").
1.2 Keys are returned with the approval of the
Dean.
1.3 A lost key is reported.
Dr Maud Fielding
Deputy Registrar
"""


def test_a_name_above_its_office_ends_the_last_clause() -> None:
    made = document(SIGNED_BELOW, "en", "regulation")
    (signer,) = values("people", made)
    assert (signer["name"], signer["role"]) == ("Maud Fielding", "Deputy Registrar")
    texts = [row.get("text") for row in values("provisions", made)]
    assert texts[-2:] == ["Keys are returned with the approval of the Dean.", "A lost key is reported."]


def test_an_office_of_any_name_before_a_rule_ends_the_last_clause() -> None:
    made = document(
        UKRAINIAN.replace("Директор музею                       Оксана", "Старший методист ________ Оксана")
    )
    assert values("provisions", made)[-1]["text"] == "Музей працює від 20 до 30 годин на тиждень."


def test_english_rules_rest_on_what_they_were_made_under() -> None:
    made = document(
        SIGNED_BELOW.replace("A room is let", "These rules were made under the Housing Act 1996 and a room is let"),
        "en",
    )
    assert [(r["title"], r["relation"]) for r in values("citations", made)] == [("Housing Act 1996", "basis")]


def test_english_rules_by_their_kind_first() -> None:
    made = document(
        "NORTHFELL INSTITUTE\nRULES ON THE USE OF WORKSHOPS\nadopted by the Council on 3 May 2031\n1. Scope\n"
        "1.1 These Rules apply at the Northfell Institute of Crafts (hereinafter the Institute).\n"
        "1.2 The Rules on Workshops of 4 May 2024 are repealed.\n",
        "en",
        "regulation",
    )
    assert values("documents", made)[0]["title"] == "RULES ON THE USE OF WORKSHOPS"
    (term,) = values("terms", made)
    assert term["definition"] == "Northfell Institute of Crafts"
    old = [r for r in values("citations", made) if r.get("title") == "Rules on Workshops"]
    assert [(r["relation"], r["issued_on"]) for r in old] == [("replaces", "2024-05-04")]


PLAN = """СУЛИНСЬКИЙ УНІВЕРСИТЕТ

НАВЧАЛЬНИЙ ПЛАН

Спеціальність: 032 Історія

Ухвалено Вченою радою університету, протокол № 3 від 26 квітня 2023 р.

Проректор ____________ Остап ЛИПА

Декан історичного факультету ____________ Роман КЛЕН
"""


def test_a_whole_approval_below_the_title_has_no_office() -> None:
    (stamp,) = document(PLAN, language="uk", kind="plan").found("stamp")
    assert stamp.parts["body"] == "Вченою радою університету" and not {"role", "name"} & set(stamp.parts)


SYLLABUS = """СУЛИНСЬКИЙ УНІВЕРСИТЕТ
ЗАТВЕРДЖУЮ
Директор інституту
___________ Борис ТКАЧ
31.08.2022 р.

РОБОЧА ПРОГРАМА
з навчальної дисципліни
«ЛОГІКА»

1. Мета дисципліни
"""


def test_a_signer_above_the_day_in_figures() -> None:
    (signer,) = values("people", document(SYLLABUS, language="uk", kind="syllabus"))
    assert (signer["name"], signer["act"], signer["acted_on"]) == ("Борис ТКАЧ", "approved", "2022-08-31")


def test_english_signatures_beside_each_other_and_rules_repealed_by_day_and_number() -> None:
    text = (
        "UNIVERSITY OF LAKEMOOR\nLIBRARY REGULATIONS\nApproved by the Senate on 4 May 2023 (Resolution No. S-2023/7)\n"
        "1. Purpose\n1.1 These Regulations are issued pursuant to the Public Libraries Act of 3 June 2015.\n"
        "1.2 The Reading Room Regulations of 9 July 2012 (Resolution No. S-2012/3) are hereby repealed.\n"
        "1.3 The Regulations enter into force on 1 August 2023.\n\n"
        "____________________      ____________________\n"
        "Dr Joan Fielding          Prof. Omar Whitlock\n"
        "Rector                    Secretary of the Senate\n"
    )
    made = document(text, "en", "regulation")
    assert [(p["name"], p["role"]) for p in values("people", made)] == [
        ("Joan Fielding", "Rector"),
        ("Omar Whitlock", "Secretary of the Senate"),
    ]
    cited = [(c["kind"], c.get("number"), c.get("title"), c["relation"]) for c in values("citations", made)]
    assert cited == [
        ("resolution", "S-2023/7", None, "approves"),
        ("law", None, "Public Libraries Act", "basis"),
        ("regulation", "S-2012/3", "Reading Room Regulations", "replaces"),
    ]


@pytest.mark.parametrize(
    ("printed", "people"),
    [
        ("Approved by: Rector Prof. Ann Lowry", ["Ann Lowry|Rector|approved|"]),
        ("Approved by: Ann Lowry (Dean of Law), 3 March 2024", ["Ann Lowry|Dean of Law|approved|2024-03-03"]),
        ("Approved by:\nDean of Law\n____ Ann Lowry\n3 March 2024", ["Ann Lowry|Dean of Law|approved|2024-03-03"]),
        (
            "Agreed:\nHead of Law\tTim Ray\nBursar\tEve Moss",
            ["Tim Ray|Head of Law|agreed|", "Eve Moss|Bursar|agreed|"],
        ),
        ("Approved by: School Teaching Committee", []),
    ],
)
def test_english_labels_name_people_with_their_offices(printed: str, people: list[str]) -> None:
    made = document(f"ELMFORD UNIVERSITY\nREGULATIONS\n1. General\n1.1 They bind all.\n{printed}", "en", "regulation")
    told = [
        "|".join(str(row.get(c) or "") for c in ("name", "role", "act", "acted_on")) for row in values("people", made)
    ]
    assert told == people
    assert [row["text"] for row in values("provisions", made) if row.get("number") == "1.1"] == ["They bind all."]


def test_english_acts_with_numbers_behind_day_and_title() -> None:
    made = document(
        "ELMFORD UNIVERSITY\nREGULATIONS\n1. General\n1.1 They rest on the Law on Education of 5 May 2009 No. 214-II.\n"
        "1.2 The Regulation on Doctoral Studies RG-DOC-03 is superseded.\n",
        "en",
        "regulation",
    )
    found = {(row["title"], row.get("number")) for row in values("citations", made)}
    assert found == {("Law on Education", "214-II"), ("Regulation on Doctoral Studies", "RG-DOC-03")}


def test_a_syllabus_of_a_vietnamese_university_in_english() -> None:
    made = document(
        "SOCIALIST REPUBLIC OF VIETNAM\nIndependence – Freedom – Happiness\nELMFORD UNIVERSITY\nCOURSE SYLLABUS\n"
        "(Issued together with Decision No. 21/QD-EU dated 4 May 2023 of the Rector\nof Elmford University)\n"
        "1. General information\nCourse title\tTides\nCourse code\tGE 201\n",
        "en",
        "syllabus",
    )
    (row,) = values("documents", made)
    assert row.get("title") != "Independence – Freedom – Happiness" and row["issued_on"] == "2023-05-04"


def test_a_year_of_rights_is_no_day_of_a_stamp_and_an_office_no_list_knows_agrees() -> None:
    made = document(
        "ПОЛОЖЕННЯ\nпро архів\n1. Загальні положення\n1.1 Архів є підрозділом.\n\nПОГОДЖЕНО:\n"
        "Бухгалтер першої категорії    Ганна ЛІСОВА\n© Орест КІТ, 2019",
        "uk",
        "regulation",
    )
    assert [(row["name"], row["role"], row["act"]) for row in values("people", made)] == [
        ("Ганна ЛІСОВА", "Бухгалтер першої категорії", "agreed")
    ]
