"""Acts of Vietnamese, Ukrainian and Kazakh bodies in English: signers, recipients, what they rest on, their heads."""

from tests.extraction_identity.reading import document, values

DECISION = """MINISTRY OF EDUCATION AND TRAINING
FERNHILL UNIVERSITY
No.: 512/QĐ-ĐHFH
Hue, 5 May 2031
DECISION
On the promulgation of the Rules on evening courses
RECTOR OF FERNHILL UNIVERSITY
Pursuant to the Law on Higher Education dated 18 June 2012;
HEREBY DECIDES:
Article 1. To promulgate the Rules on evening courses.
Article 2. This Decision shall replace Decision No. 77/QĐ-ĐHFH dated 2 May 2028.
Recipients:
- As in Article 2;
- University Council (for reporting);
- Archives: Administration.
RECTOR
(signed)
Assoc. Prof. Dr. Tran Van Binh
"""

ORDER = """FERNHILL STATE UNIVERSITY
ORDER
5 May 2031    No. 18-n    Almaty
On approval of the calendar
In accordance with the Order of the Minister of Health dated 3 March 2030 No. 21 "On approval of calendars"
and on the basis of the decision of the Academic Council (Minutes No. 4 dated 2 May 2031), I ORDER:
1. To approve the calendar.
2. Order No. 9-n dated 1 May 2030 shall be deemed to have lost force.
Chairman of the Board –          A. Doe
Rector
"""


def test_a_translated_decision_has_its_signer_and_recipients() -> None:
    made = document(DECISION, "en")
    (signer,) = values("people", made)
    assert (signer["name"], signer["role"], signer["act"]) == ("Tran Van Binh", "RECTOR", "signed")
    told = [(row["name"], row.get("purpose")) for row in values("recipients", made)]
    assert told == [("As in Article 2", None), ("University Council", "for reporting"), ("Administration", "Archives")]
    (head,) = values("documents", made)
    assert head["title"] == "On the promulgation of the Rules on evening courses"
    assert ("77/QĐ-ĐHFH", "replaces") in [(r.get("number"), r["relation"]) for r in values("citations", made)]


def test_an_order_tells_its_subject_place_and_what_it_rests_on() -> None:
    made = document(ORDER, "en")
    (head,) = values("documents", made)
    assert (head["number"], head["issued_on"], head["issued_at"]) == ("18-n", "2031-05-05", "Almaty")
    assert head["title"] == "On approval of the calendar"
    acts = {r.get("number"): r for r in values("citations", made)}
    assert (acts["21"]["issuer"], acts["21"]["title"]) == ("Minister of Health", "On approval of calendars")
    assert (acts["4"]["issuer"], acts["4"]["relation"]) == ("Academic Council", "basis")
    assert acts["9-n"]["relation"] == "replaces"
    (signer,) = values("people", made)
    assert (signer["name"], signer["role"]) == ("A. Doe", "Chairman of the Board – Rector")


def test_laws_in_quotes_behind_one_word_and_stamps_over_lines() -> None:
    made = document(
        "FERNHILL UNIVERSITY\nAPPROVED\nby the Academic Council of Fernhill University\n(Minutes No. 9 of 25.04.2030)\n"
        "ENACTED\nby the Order of the Rector\nNo. 11-D of 30.04.2030\nREGULATIONS\non visits\n1. GENERAL\n"
        '1.1. These Regulations have been drawn up in accordance with the Laws of Ukraine "On Visits", "On Guests".\n',
        "en",
        "regulation",
    )
    acts = [(r["kind"], r.get("number") or r.get("title"), r["relation"]) for r in values("citations", made)]
    assert acts == [
        ("minutes", "9", "approves"),
        ("order", "11-D", "enacts"),
        ("law", "On Visits", "basis"),
        ("law", "On Guests", "basis"),
    ]


def test_an_office_in_the_text_of_english_rules_signs_nothing() -> None:
    made = document(
        "FERNHILL UNIVERSITY\nRULES ON VISITS\n1. Visits\n1.1 A visit is allowed by the\nDean.\n1.2 Others wait.\n"
        "Dr Ann Doe\nDeputy Registrar\n",
        "en",
        "regulation",
    )
    assert [row["role"] for row in values("people", made)] == ["Deputy Registrar"]
