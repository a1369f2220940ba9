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

    findings = []
    for finding in examine(store, out):
        findings.append(finding)
        if not as_json:
            mend = f"  ->  {finding.mend}" if finding.mend else ""
            print(f"{finding.state:6} {finding.what:22} {finding.says}{mend}", flush=True)
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    return 4 if any(finding.state == LACKS for finding in findings) else 0
