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
        text("name", "without academic titles"),
        text("role", "office or title, in the document's words"),
        text("capacity", "KT. TL. TM. Q."),
        text("act", "what the person did", "signed approved enacted endorsed developed agreed checked teaches"),
        date("acted_on", "the day of it, where it stands beside the name"),
    ),
)

RECIPIENTS = TableDefinition(
    "recipients",
    "line of the distribution list",
    (text("name", "who receives a copy"), text("purpose", "what for, as `để báo cáo`, `Lưu`")),
)

PROVISIONS = TableDefinition(
    "provisions",
    "article, section, clause or point; also an unnumbered heading",
    (
        text("number", "full number: `Điều 4.3.đ`, `II.1`, `2.14.1`"),
        text("parent", "the number it stands under"),
        text("heading", "title of the article, section or point"),
        text("text", "its own text without its points' texts"),
    ),
    ("number",),
)

TERMS = TableDefinition(
    "terms",
    "defined term, abbreviation or short name",
    (
        text("term", "as the document writes it"),
        text("definition", "what it means here"),
        text("kind", "how it is brought in", "definition abbreviation alias"),
    ),
)

REQUIREMENTS = TableDefinition(
    "requirements",
    "figure that binds: a limit, a share, a deadline, a minimum",
    (
        text("provision", "number of the provision that says so"),
        text("subject", "what is bound"),
        text("comparator", "how the subject stands to the value", "= <= >= < > between"),
        number("value", "in units of `unit`; 20 % is 20"),
        number("value_max", "upper end, where `comparator` is `between`"),
        text("value_text", "a level such as B2"),
        text(
            "unit",
            "unit of the value",
            "percent working_day day week month year calendar_year credit hour period course topic activity person "
            "point level time",
        ),
        text("scope", "whom, where or when it binds"),
    ),
)

TASKS = TableDefinition(
    "tasks",
    "planned activity or hand-in",
    (
        text("title", "what is to be done"),
        text("responsible", "who does it"),
        date("starts_on", "first day"),
        date("due_on", "last day"),
        text("week", "week or weeks, as printed"),
        number("quantity", "how many are wanted"),
        text("provision", "number of the provision that it stands in"),
        text("course_code", "code of the course it belongs to"),
    ),
)

AMENDMENTS = TableDefinition(
    "amendments",
    "row of a revision register",
    (
        date("registered_on", "day of the entry"),
        text("sheets", "numbers of the sheets, as printed"),
        text("action", "what is done with them", "replace delete add"),
        text("provision", "number of the provision amended"),
        text("basis_number", "number of the act that orders it"),
        date("basis_issued_on", "date of that act"),
        text("old_text", "wording before"),
        text("new_text", "wording after"),
    ),
)

FORMS = TableDefinition(
    "forms",
    "blank form or appendix",
    (
        text("number", "number of the form or appendix"),
        text("title", "its title"),
        text("addressee", "to whom it is handed"),
        text("purpose", "what it is for"),
        text("provision", "number of the provision that names it"),
    ),
    ("number",),
)

PROGRAMMES = TableDefinition(
    "programmes",
    "study programme",
    (
        text("code", "code of the programme or specialty"),
        text("name", "in the document's language"),
        text("name_en", "in English"),
        text("level", "level of education", "associate bachelor master doctorate vocational secondary primary"),
        text("degree", "degree awarded, as printed"),
        text("mode", "mode of study, as printed"),
        number("duration_years", "length of study in years"),
        text("teaching_language", "ISO 639-1"),
        text("faculty", "faculty or chair that runs it"),
        number("total_credits", "credits of the whole programme"),
    ),
    ("code",),
)

OUTCOMES = TableDefinition(
    "outcomes",
    "objective, outcome or indicator",
    (
        text("code", "as printed, its letters in the script of the series"),
        text(
            "kind",
            "objective of the programme, its outcome, indicator of one, or outcome of a course",
            "objective programme_outcome indicator course_outcome",
        ),
        text("text", "the statement"),
    ),
    ("code",),
)

OUTCOME_LINKS = TableDefinition(
    "outcome_links",
    "mapping between two outcomes",
    (
        text("source_code", "row key"),
        text("target_code", "row key"),
        text("level", "how much it serves, as printed: `I`, `R`, `M`, `3`; none for a mere tick"),
    ),
)

COURSES = TableDefinition(
    "courses",
    "course or subject",
    (
        text("code", "as printed"),
        text("name", "in the document's language"),
        number("credits", "credits; in kk, ru and uk documents ECTS or the state's own"),
        text("cycle", "block of the plan it belongs to, as printed"),
        text("component", "compulsory or elective, as printed"),
        text("programme_code", "code of its programme"),
        Column("semester", "any", "a number where one is meant, else as printed"),
        text("teaching_language", "ISO 639-1"),
        text("control_form", "how it ends: exam, test, as printed"),
        text("description", "what it is about"),
    ),
    ("code",),
)

COURSE_RELATIONS = TableDefinition(
    "course_relations",
    "prerequisite and its kin",
    (
        text("course_code", "code of the course that has the condition"),
        text("relation", "what the named course is to it", "prerequisite corequisite postrequisite"),
        text("name", "name of the other course"),
        text("code", "code of the other course"),
    ),
)

WORKLOADS = TableDefinition(
    "workloads",
    "hours by kind of activity",
    (
        text("course_code", "code of the course"),
        text("activity", "kind of activity; `total` is the printed total", _ACTIVITY),
        text("mode", "full-time or part-time, where they stand apart"),
        number("hours", "academic hours"),
    ),
)

TOPICS = TableDefinition(
    "topics",
    "topic in a thematic plan",
    (
        text("course_code", "code of the course"),
        text("activity", "kind of activity", _ACTIVITY),
        text("title", "the topic"),
        number("hours", "academic hours"),
        text("week", "week or weeks, as printed"),
        text("sources", "as printed"),
        text("task", "what students do for it"),
        text("control", "how it is checked"),
    ),
)

_MARKED = (
    text("course_code", "code of the course"),
    text("period", "the marking period, by its name or number, as printed"),
    text("title", "what is marked"),
    number("max_score", "most points"),
    number("weight_percent", "share of the final mark in percent: 20 % is 20"),
)

ASSESSMENT_PERIODS = TableDefinition("assessment_periods", "marking period or component group", _MARKED)

ASSESSMENTS = TableDefinition("assessments", "graded piece of work", _MARKED)

GRADES = TableDefinition(
    "grades",
    "step of the grading scale",
    (
        text("letter", "letter or number of the step"),
        number("points", "points on the scale of grade averages"),
        number("min_percent", "least of a hundred that earns it"),
        number("max_percent", "most of a hundred that earns it"),
        text("label", "what the step is called"),
        text("criterion", "what earns it, in words"),
    ),
    ("letter",),
)

BIBLIOGRAPHY = TableDefinition(
    "bibliography",
    "listed source",
    (
        text("section", "main or additional reading", "main additional"),
        text("number", "as printed"),
        text("text", "the entry, as printed"),
    ),
)

FINDINGS = TableDefinition(
    "findings",
    "what a data steward should look at",
    (
        text("rule", "name of the rule"),
        text("severity", "how grave it is", "error warning info"),
        text("table_name", "the table that it speaks of"),
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
