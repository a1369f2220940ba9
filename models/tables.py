"""The one definition of the normalized tables; SQL, CSV, Parquet, JSON Schema and the docs are derived from it."""

from dataclasses import dataclass

LANGUAGES = ("vi", "uk", "ru", "kk", "en")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `type` is `text`, `integer`, `number`, `date` (ISO 8601, as precise as printed) or `any` (number or text);
    `values` is its closed vocabulary, where it has one.
    """

    name: str
    type: str
    about: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """A table: one row per `grain`; every table also has `document_id`, `ordinal` and `row_key`.

    In `findings` the `row_key` points at a row of another table; there `ordinal` alone tells rows apart.

    `key` names the columns, in order of preference, whose value is the row's key where it is unique.
    """

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Return a column by name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name}.{name}")


def _text(name: str, about: str = "", values: str = "") -> Column:
    return Column(name, "text", about, tuple(values.split()))


def _date(name: str, about: str = "") -> Column:
    return Column(name, "date", about)


def _number(name: str, about: str = "") -> Column:
    return Column(name, "number", about)


def _integer(name: str, about: str = "") -> Column:
    return Column(name, "integer", about)


_ACTIVITY = "lecture practice seminar laboratory supervised_self_study self_study exam total"

DOCUMENTS = TableDefinition(
    "documents",
    "document",
    (
        _text("kind", "what it is", "decision plan regulation programme syllabus circular notice report other"),
        _text("language", "ISO 639-1", " ".join(LANGUAGES)),
        _text("number", "the document's own number, as printed and repaired"),
        _text("title", "without the line that only names the kind"),
        _text("issuer", "who issued it"),
        _text("parent_body", "the body the issuer belongs to"),
        _date("issued_on", "the date it bears; of an approved text, the approval"),
        _text("issued_at", "place"),
        _date("effective_from", "when it takes effect"),
        _text("applies_to", "whom or what it binds"),
        _text("version", "as printed"),
        _text("form_code", "of the quality-system form it is written on"),
        _integer("page_count", "pages"),
        _text("sha256", "of the file's bytes"),
        _text("source_name", "the file's name"),
        _text("media_type", "decided by content"),
    ),
    ("number",),
)

PAGES = TableDefinition(
    "pages",
    "page",
    (
        _integer("page", "from 1"),
        _number("width", "points"),
        _number("height", "points"),
        _integer("rotation", "degrees clockwise that were undone"),
        _text("route", "how its text was had", "text_layer ocr repaired_text_layer blank"),
        _text("reason", "why that route"),
        _number("mean_confidence", "0 to 1"),
        _number("seconds", "time spent"),
    ),
    ("page",),
)

CITATIONS = TableDefinition(
    "citations",
    "act the document rests on, refers to, amends, replaces, or that approves or enacts it",
    (
        _text(
            "kind",
            "kind of act",
            "law decree circular decision resolution order plan official_letter regulation standard charter minutes "
            "guideline instruction proposal catalogue programme",
        ),
        _text("number", "the number the act is known by"),
        _date("issued_on", "its date"),
        _text("issuer", "who issued it"),
        _text("title", "without the connector"),
        _text("relation", "to this document", "basis refers amends replaces approves enacts"),
        _text("article", "the part meant"),
        _text("provision", "where it is cited"),
        _text("of_number", "the cited act that this one amends or replaces"),
    ),
    ("number",),
)

PEOPLE = TableDefinition(
    "people",
    "signature, approval or named role of a person",
    (
        _text("name"),
        _text("role"),
        _text("capacity", "KT. TL. TM. Q."),
        _text("act", "", "signed approved enacted endorsed developed agreed checked teaches"),
        _date("acted_on"),
    ),
)

RECIPIENTS = TableDefinition("recipients", "line of the distribution list", (_text("name"), _text("purpose")))

PROVISIONS = TableDefinition(
    "provisions",
    "article, section, clause or point; also an unnumbered heading",
    (
        _text("number", "full number: `Điều 4.3.đ`, `II.1`, `2.14.1`"),
        _text("parent", "the number it stands under"),
        _text("heading"),
        _text("text", "its own text without its points' texts"),
    ),
    ("number",),
)

TERMS = TableDefinition(
    "terms",
    "defined term, abbreviation or short name",
    (_text("term"), _text("definition"), _text("kind", "", "definition abbreviation alias")),
)

REQUIREMENTS = TableDefinition(
    "requirements",
    "figure that binds: a limit, a share, a deadline, a minimum",
    (
        _text("provision"),
        _text("subject"),
        _text("comparator", "", "= <= >= < > between"),
        _number("value"),
        _number("value_max"),
        _text("value_text", "a level such as B2"),
        _text(
            "unit",
            "",
            "percent working_day day week month year calendar_year credit hour period course topic activity person "
            "point level time",
        ),
        _text("scope"),
    ),
)

TASKS = TableDefinition(
    "tasks",
    "planned activity or hand-in",
    (
        _text("title"),
        _text("responsible"),
        _date("starts_on"),
        _date("due_on"),
        _text("week"),
        _number("quantity"),
        _text("provision"),
        _text("course_code"),
    ),
)

AMENDMENTS = TableDefinition(
    "amendments",
    "row of a revision register",
    (
        _date("registered_on"),
        _text("sheets"),
        _text("action", "", "replace delete add"),
        _text("provision"),
        _text("basis_number"),
        _date("basis_issued_on"),
        _text("old_text"),
        _text("new_text"),
    ),
)

FORMS = TableDefinition(
    "forms",
    "blank form or appendix",
    (_text("number"), _text("title"), _text("addressee"), _text("purpose"), _text("provision")),
    ("number",),
)

PROGRAMMES = TableDefinition(
    "programmes",
    "study programme",
    (
        _text("code"),
        _text("name"),
        _text("name_en"),
        _text("level", "", "associate bachelor master doctorate vocational secondary primary"),
        _text("degree"),
        _text("mode"),
        _number("duration_years"),
        _text("teaching_language"),
        _text("faculty"),
        _number("total_credits"),
    ),
    ("code",),
)

OUTCOMES = TableDefinition(
    "outcomes",
    "objective, outcome or indicator",
    (_text("code"), _text("kind", "", "objective programme_outcome indicator course_outcome"), _text("text")),
    ("code",),
)

OUTCOME_LINKS = TableDefinition(
    "outcome_links",
    "mapping between two outcomes",
    (_text("source_code", "row key"), _text("target_code", "row key"), _text("level")),
)

COURSES = TableDefinition(
    "courses",
    "course or subject",
    (
        _text("code"),
        _text("name"),
        _number("credits"),
        _text("cycle"),
        _text("component"),
        _text("programme_code"),
        Column("semester", "any", "a number where one is meant, else as printed"),
        _text("teaching_language"),
        _text("control_form"),
        _text("description"),
    ),
    ("code",),
)

COURSE_RELATIONS = TableDefinition(
    "course_relations",
    "prerequisite and its kin",
    (
        _text("course_code"),
        _text("relation", "", "prerequisite corequisite postrequisite"),
        _text("name"),
        _text("code"),
    ),
)

WORKLOADS = TableDefinition(
    "workloads",
    "hours by kind of activity",
    (_text("course_code"), _text("activity", "", _ACTIVITY), _text("mode"), _number("hours")),
)

TOPICS = TableDefinition(
    "topics",
    "topic in a thematic plan",
    (
        _text("course_code"),
        _text("activity", "", _ACTIVITY),
        _text("title"),
        _number("hours"),
        _text("week"),
        _text("sources", "as printed"),
        _text("task"),
        _text("control"),
    ),
)

ASSESSMENT_PERIODS = TableDefinition(
    "assessment_periods",
    "marking period or component group",
    (_text("course_code"), _text("period"), _text("title"), _number("max_score"), _number("weight_percent")),
)

ASSESSMENTS = TableDefinition(
    "assessments",
    "graded piece of work",
    (_text("course_code"), _text("period"), _text("title"), _number("max_score"), _number("weight_percent")),
)

GRADES = TableDefinition(
    "grades",
    "step of the grading scale",
    (
        _text("letter"),
        _number("points"),
        _number("min_percent"),
        _number("max_percent"),
        _text("label"),
        _text("criterion"),
    ),
    ("letter",),
)

BIBLIOGRAPHY = TableDefinition(
    "bibliography",
    "listed source",
    (_text("section", "", "main additional"), _text("number", "as printed"), _text("text")),
)

FINDINGS = TableDefinition(
    "findings",
    "what a data steward should look at",
    (
        _text("rule"),
        _text("severity", "", "error warning info"),
        _text("table_name"),
        _text("row_key", "the key of the row it points at in that table"),
        _text("message"),
        _text("status"),
    ),
)

CONTENT_TABLES: tuple[TableDefinition, ...] = (
    DOCUMENTS,
    CITATIONS,
    PEOPLE,
    RECIPIENTS,
    PROVISIONS,
    TERMS,
    REQUIREMENTS,
    TASKS,
    AMENDMENTS,
    FORMS,
    PROGRAMMES,
    OUTCOMES,
    OUTCOME_LINKS,
    COURSES,
    COURSE_RELATIONS,
    WORKLOADS,
    TOPICS,
    ASSESSMENT_PERIODS,
    ASSESSMENTS,
    GRADES,
    BIBLIOGRAPHY,
)
"""The tables that extraction fills, in the order of the contract."""

BY_NAME: dict[str, TableDefinition] = {table.name: table for table in (*CONTENT_TABLES, PAGES, FINDINGS)}
