"""`sohoa doctor`: what this machine lacks."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_STORE, Out, StoreUrl
from pipeline.settings import DEFAULT_OUT


def doctor(
    *,
    store: StoreUrl = DEFAULT_STORE,
    out: Out = DEFAULT_OUT,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> int:
    """Check Tesseract and the letters its languages can emit, fonts, store, disk and Prefect; say what to install.

    Example: sohoa doctor
    """
    from pipeline.doctor import examine
    from pipeline.doctor.examining import LACKS
    from pipeline.report.wording import label, trouble
    from pipeline.settings import shell_language

    tongue = shell_language()
    findings = []
    for finding in examine(store, out):
        findings.append(finding)
        if not as_json:
            mend = f"  ->  {trouble(finding.mend)[tongue]}" if finding.mend else ""
            state = label(f"doctor_{finding.state}")
            print(f"{state:6} {finding.what:22} {trouble(finding.says)[tongue]}{mend}", flush=True)
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    return 4 if any(finding.state == LACKS for finding in findings) else 0
