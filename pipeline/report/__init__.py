"""The quality report: figures out of the store, a page that shows them, and the same figures as JSON."""

from pipeline.report.rendering import write_report

__all__ = ["write_report"]
