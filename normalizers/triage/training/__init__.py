"""Rebuilding of the word lists that triage and slips look words up in: `python -m normalizers.triage.training`."""
