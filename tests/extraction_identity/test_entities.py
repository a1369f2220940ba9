"""Entities: the same thing has one key, different things never share one, and what looks alike is proposed."""

import pytest

from extractors.resolving.identity import namings, numbered_for_good
from extractors.resolving.likeness import PROPOSED, likeness
from extractors.resolving.proposing import near_duplicates
from models.entities import Entity
from normalizers.knowledge import read_table


def keys(document_id: str = "d1", **tables: list[dict[str, str]]) -> list[str]:
    named = {
        name: [{"row_key": f"#{place}", **row} for place, row in enumerate(rows, 1)] for name, rows in tables.items()
    }
    return [naming.entity_key for naming in namings(document_id, named)]


HEAD = {"language": "vi", "issuer": "Trường Đại học Sông Thao"}


def test_a_short_name_of_a_known_body_is_that_body() -> None:
    short, full = (keys(documents=[{"language": "vi", "issuer": name}]) for name in ("BGDĐT", "BỘ GIÁO DỤC VÀ ĐÀO TẠO"))
    assert short == full == ["organisation:bộ giáo dục và đào tạo"]


def test_people_and_courses_belong_to_their_institution() -> None:
    here = keys(documents=[HEAD], people=[{"name": "Lê An"}], courses=[{"code": "T1", "name": "Toán"}])
    there = keys(documents=[HEAD | {"issuer": "Trường Đại học Khác"}], people=[{"name": "Lê An"}])
    assert here[1:] == [
        "course:t1 toán@organisation:trường đại học sông thao",
        "person:lê an@organisation:trường đại học sông thao",
    ]
    assert there[-1] not in here


def test_people_of_no_known_institution_are_not_joined_across_documents() -> None:
    head = {"language": "vi"}
    assert keys("d1", documents=[head], people=[{"name": "Lê An"}]) != keys(
        "d2", documents=[head], people=[{"name": "Lê An"}]
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"number": "08/2021/TT-BGDĐT"}, {"number": "08/2021/TT-BGDĐT", "issued_on": "2021-03-18"}, True),
        (
            {"number": "12/QĐ-ĐHST", "issued_on": "2020-01-05"},
            {"number": "12/QĐ-ĐHST", "issued_on": "2021-01-07"},
            False,
        ),
        ({"number": "12/QĐ-ĐHST", "issued_on": "2020-01-05"}, {"number": "12/QĐ-ĐHST"}, False),
        (
            {"number": "12/qđ-đhst", "issued_on": "2020-01-05"},
            {"number": "12 /QĐ-ĐHST", "issued_on": "2020-01-05"},
            True,
        ),
        (
            {"number": "152", "issued_on": "2011-04-20", "issuer": "A"},
            {"number": "152", "issued_on": "2011-04-20", "issuer": "B"},
            False,
        ),
    ],
)
def test_a_number_names_an_act_as_far_as_it_can(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    assert (keys(documents=[{}], citations=[one])[-1] == keys(documents=[{}], citations=[other])[-1]) is same


def test_every_kind_of_number_that_is_unique_has_an_example_and_its_opposite() -> None:
    from extractors.resolving.identity import _UNIQUE

    for row in read_table(_UNIQUE, ("language", "pattern", "example", "counterexample", "reason")):
        assert numbered_for_good(row["example"]) and not numbered_for_good(row["counterexample"])


def organisation(name: str) -> Entity:
    return Entity(f"organisation:{name}", "organisation", name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trường Đại học Kỹ thuật Sông Thao", "Trường Đại học Kỹ thuật Sóng Thao"),
        ("Trường ĐH Thủ đô Hà Nội", "Trường Đại học Thủ đô Hà Nội"),
        ("Bộ trưởng Bộ GD&ĐT", "Bộ trưởng Bộ Giáo dục và Đào tạo"),
        ("Кабінет Міністрів", "Кабінет Міністрів України"),
        ("Вчена рада ДБТУ", "Вчена рада Державного біотехнологічного університету"),
    ],
)
def test_one_body_under_two_names_is_proposed(one: str, other: str) -> None:
    assert likeness(organisation(one), organisation(other)).score >= PROPOSED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trường Đại học Sư phạm Hà Nội", "Trường Đại học Sư phạm Hà Nội 2"),
        ("Phòng Đào tạo", "Phòng Đào tạo Sau đại học"),
        ("Khoa Toán", "Khoa Hóa"),
        ("Trường Đại học Sư phạm Hà Nội", "Trường Đại học Sư phạm Hà Tĩnh"),
        ("Кафедра фізики", "Кафедра фізичного виховання"),
    ],
)
def test_two_bodies_with_like_names_are_not(one: str, other: str) -> None:
    assert likeness(organisation(one), organisation(other)).score < PROPOSED


def course(code: str, name: str, scope: str = "organisation:a") -> Entity:
    return Entity(f"course:{code} {name}@{scope}", "course", name, code, scope)


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        (course("IT101", "Nhập môn lập trình"), course("ITl01", "Nhập môn lập trình"), True),
        (course("IT101", "Nhập môn lập trình"), course("IT101", "Nhập môn Lập trinh"), True),
        (course("IT101", "Toán 1"), course("IT102", "Toán 2"), False),
        (course("IT101", "Toán 1"), course("IT101", "Toán 2"), False),
        (course("IT101", "Toán"), course("IT101", "Toán", "organisation:b"), False),
        (course("IT101", "Toán"), course("IT101", "Toán rời rạc", "document:x"), False),
    ],
)
def test_courses(one: Entity, other: Entity, asked: bool) -> None:
    assert (likeness(one, other).score >= PROPOSED) is asked


def test_initials_of_a_name_are_that_name() -> None:
    full = Entity("person:1", "person", "Іван Петрович Коваль", scope="organisation:a")
    short = Entity("person:2", "person", "Коваль І. П.", scope="organisation:a")
    other = Entity("person:3", "person", "Коваль М. П.", scope="organisation:a")
    assert likeness(full, short).score >= PROPOSED > likeness(full, other).score


def test_near_duplicates_are_found_among_many_the_better_attested_first() -> None:
    many = [organisation(f"Trường Đại học Số {place} Hà Nội") for place in range(200)]
    pair = [organisation("Học viện Nông nghiệp"), organisation("Học viện Nông nghíệp")]
    found = near_duplicates([pair[0], *many, pair[1]])
    assert [(proposal.one, proposal.other) for proposal in found] == [(pair[0].key, pair[1].key)]


def test_an_act_without_a_number_in_many_documents_is_a_question_for_each_of_them() -> None:
    acts = [Entity(f"act:{place}", "act", "Про вищу освіту", None, f"document:{place}", None) for place in range(90)]
    found = near_duplicates(acts)
    assert {proposal.one for proposal in found} == {"act:0"} and len(found) == 89


def test_a_subject_that_many_institutions_teach_is_no_crowd() -> None:
    taught = [Entity(f"course:{name}@{place}", "course", name, None, f"organisation:{place}", None)
              for place in range(90) for name in ("Cơ học đất", "Cơ học đẩt")]  # fmt: skip
    found = near_duplicates(taught)
    assert len(found) == 90 and all(proposal.one.split("@")[1] == proposal.other.split("@")[1] for proposal in found)
