"""The commands. Each has a module; heavy libraries are imported where a command needs them, not before."""

from pipeline.cli.app import main

__all__ = ["main"]
