"""`sohoa report`: the quality report."""

import sys

from pipeline.cli.options import DEFAULT_STORE, Out, StoreUrl
from pipeline.settings import DEFAULT_OUT


def report(store: StoreUrl = DEFAULT_STORE, out: Out = DEFAULT_OUT) -> int:
    """Write the quality report, `report.html`, and its figures, `report.json`.

    Example: sohoa report --store sqlite:///outputs/sohoa.db --out outputs
    """
    from pipeline.report import write_report
    from pipeline.store import open_store

    opened = open_store(store, create=False)
    try:
        page = write_report(opened, out)
    finally:
        opened.close()
    print(page, file=sys.stderr)
    return 0
