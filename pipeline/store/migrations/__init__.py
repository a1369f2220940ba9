"""Revisions of the schema, oldest first; see `pipeline/store/migrating.py`."""
