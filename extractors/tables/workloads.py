"""workloads: hours of the document's course, or of the courses of its plan, by kind of activity and form of study."""

from extractors.curriculum.cards.bundles import of_each_syllabus
from extractors.curriculum.cards.own import own, titled
from extractors.curriculum.courses.listed_loads import listed_loads
from extractors.curriculum.courses.lists import course_lists
from extractors.curriculum.hours.loads import loads
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value


@of_each_syllabus
def extract(document: Document) -> list[Row]:
    """Return the hours of the course of a syllabus, or of each course that a plan lists with its code."""
    about = own(document)
    if not about.course or (titled(document) != "syllabus" and any(rows for _, rows in course_lists(document))):
        return [
            row_of(
                "workloads",
                course_code=load.code,
                activity=Value(load.activity, load.place.span, 0.9, "list"),
                mode=Value(load.mode, load.place.span, 0.85, "list"),
                hours=Value(load.hours, load.place.span, 0.93, "list"),
            )
            for load in listed_loads(document)
        ]
    return [
        row_of(
            "workloads",
            course_code=about.course_code,
            activity=Value(load.activity, load.span, 0.9, f"loads.{load.source}"),
            mode=Value(load.mode, load.span, 0.85, "loads"),
            hours=Value(load.hours, load.span, 0.93, f"loads.{load.source}"),
        )
        for load in loads(document)
        if load.hours > 0
    ]
