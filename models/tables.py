"""The one definition of the normalized tables; SQL, CSV, Parquet, JSON Schema and the docs are derived from it."""

from models.columns import Column, TableDefinition, date, integer, number, text

LANGUAGES = ("vi", "uk", "ru", "kk", "en")


_ACTIVITY = "lecture practice seminar laboratory supervised_self_study self_study exam total"

DOCUMENTS = TableDefinition(
    "documents",
    "document",
    (
        text("kind", "what it is", "decision plan regulation programme syllabus circular notice report other"),
        text("language", "ISO 639-1", " ".join(LANGUAGES)),
        text("number", "the document's own number, as printed and repaired"),
        text("title", "without the line that only names the kind"),
        text("issuer", "who issued it"),
        text("parent_body", "the body the issuer belongs to"),
        date("issued_on", "the date it bears; of an approved text, the approval"),
        text("issued_at", "place"),
        date("effective_from", "when it takes effect"),
        text("applies_to", "whom or what it binds"),
        text("version", "as printed"),
        text("form_code", "of the quality-system form it is written on"),
        integer("page_count", "pages"),
        text("sha256", "of the file's bytes"),
        text("source_name", "the file's name"),
        text("media_type", "decided by content"),
    ),
    ("number",),
)

PAGES = TableDefinition(
    "pages",
    "page",
    (
        integer("page", "from 1"),
        number("width", "points"),
        number("height", "points"),
        integer("rotation", "degrees clockwise that were undone"),
        text("route", "how its text was had", "text_layer ocr repaired_text_layer blank"),
        text("reason", "why that route"),
        number("mean_confidence", "0 to 1"),
        number("seconds", "time spent"),
    ),
    ("page",),
)

CITATIONS = TableDefinition(
    "citations",
    "act the document rests on, refers to, amends, replaces, or that approves or enacts it",
    (
        text(
            "kind",
            "kind of act",
            "law decree circular decision resolution order plan official_letter regulation standard charter minutes "
            "guideline instruction proposal catalogue programme",
        ),
        text("number", "the number the act is known by"),
        date("issued_on", "its date"),
        text("issuer", "who issued it"),
        text("title", "without the connector"),
        text("relation", "to this document", "basis refers amends replaces approves enacts"),
        text("article", "the part meant"),
        text("provision", "where it is cited"),
        text("of_number", "the cited act that this one amends or replaces"),
    ),
    ("number",),
)

PEOPLE = TableDefinition(
    "people",
    "signature, approval or named role of a person",
    (
        text("name"),
        text("role"),
        text("capacity", "KT. TL. TM. Q."),
        text("act", "", "signed approved enacted endorsed developed agreed checked teaches"),
        date("acted_on"),
    ),
)

RECIPIENTS = TableDefinition("recipients", "line of the distribution list", (text("name"), text("purpose")))

PROVISIONS = TableDefinition(
    "provisions",
    "article, section, clause or point; also an unnumbered heading",
    (
        text("number", "full number: `Điều 4.3.đ`, `II.1`, `2.14.1`"),
        text("parent", "the number it stands under"),
        text("heading"),
        text("text", "its own text without its points' texts"),
    ),
    ("number",),
)

TERMS = TableDefinition(
    "terms",
    "defined term, abbreviation or short name",
    (text("term"), text("definition"), text("kind", "", "definition abbreviation alias")),
)

REQUIREMENTS = TableDefinition(
    "requirements",
    "figure that binds: a limit, a share, a deadline, a minimum",
    (
        text("provision"),
        text("subject"),
        text("comparator", "", "= <= >= < > between"),
        number("value"),
        number("value_max"),
        text("value_text", "a level such as B2"),
        text(
            "unit",
            "",
            "percent working_day day week month year calendar_year credit hour period course topic activity person "
            "point level time",
        ),
        text("scope"),
    ),
)

TASKS = TableDefinition(
    "tasks",
    "planned activity or hand-in",
    (
        text("title"),
        text("responsible"),
        date("starts_on"),
        date("due_on"),
        text("week"),
        number("quantity"),
        text("provision"),
        text("course_code"),
    ),
)

AMENDMENTS = TableDefinition(
    "amendments",
    "row of a revision register",
    (
        date("registered_on"),
        text("sheets"),
        text("action", "", "replace delete add"),
        text("provision"),
        text("basis_number"),
        date("basis_issued_on"),
        text("old_text"),
        text("new_text"),
    ),
)

FORMS = TableDefinition(
    "forms",
    "blank form or appendix",
    (text("number"), text("title"), text("addressee"), text("purpose"), text("provision")),
    ("number",),
)

PROGRAMMES = TableDefinition(
    "programmes",
    "study programme",
    (
        text("code"),
        text("name"),
        text("name_en"),
        text("level", "", "associate bachelor master doctorate vocational secondary primary"),
        text("degree"),
        text("mode"),
        number("duration_years"),
        text("teaching_language"),
        text("faculty"),
        number("total_credits"),
    ),
    ("code",),
)

OUTCOMES = TableDefinition(
    "outcomes",
    "objective, outcome or indicator",
    (text("code"), text("kind", "", "objective programme_outcome indicator course_outcome"), text("text")),
    ("code",),
)

OUTCOME_LINKS = TableDefinition(
    "outcome_links",
    "mapping between two outcomes",
    (text("source_code", "row key"), text("target_code", "row key"), text("level")),
)

COURSES = TableDefinition(
    "courses",
    "course or subject",
    (
        text("code"),
        text("name"),
        number("credits"),
        text("cycle"),
        text("component"),
        text("programme_code"),
        Column("semester", "any", "a number where one is meant, else as printed"),
        text("teaching_language"),
        text("control_form"),
        text("description"),
    ),
    ("code",),
)

COURSE_RELATIONS = TableDefinition(
    "course_relations",
    "prerequisite and its kin",
    (
        text("course_code"),
        text("relation", "", "prerequisite corequisite postrequisite"),
        text("name"),
        text("code"),
    ),
)

WORKLOADS = TableDefinition(
    "workloads",
    "hours by kind of activity",
    (text("course_code"), text("activity", "", _ACTIVITY), text("mode"), number("hours")),
)

TOPICS = TableDefinition(
    "topics",
    "topic in a thematic plan",
    (
        text("course_code"),
        text("activity", "", _ACTIVITY),
        text("title"),
        number("hours"),
        text("week"),
        text("sources", "as printed"),
        text("task"),
        text("control"),
    ),
)

ASSESSMENT_PERIODS = TableDefinition(
    "assessment_periods",
    "marking period or component group",
    (text("course_code"), text("period"), text("title"), number("max_score"), number("weight_percent")),
)

ASSESSMENTS = TableDefinition(
    "assessments",
    "graded piece of work",
    (text("course_code"), text("period"), text("title"), number("max_score"), number("weight_percent")),
)

GRADES = TableDefinition(
    "grades",
    "step of the grading scale",
    (
        text("letter"),
        number("points"),
        number("min_percent"),
        number("max_percent"),
        text("label"),
        text("criterion"),
    ),
    ("letter",),
)

BIBLIOGRAPHY = TableDefinition(
    "bibliography",
    "listed source",
    (text("section", "", "main additional"), text("number", "as printed"), text("text")),
)

FINDINGS = TableDefinition(
    "findings",
    "what a data steward should look at",
    (
        text("rule"),
        text("severity", "", "error warning info"),
        text("table_name"),
        text("row_key", "the key of the row it points at in that table"),
        text("message", "in English"),
        text("status", "`open`, or `settled` by a steward"),
        text("details", "the sentence that `message` says and the values in it, by name, as JSON"),
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
