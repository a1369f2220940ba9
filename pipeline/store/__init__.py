"""load: one document's reading into an SQL store, in one transaction, so that it is there whole or not at all."""

from pipeline.store.opening import Store, open_store

__all__ = ["Store", "open_store"]
