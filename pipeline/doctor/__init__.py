"""doctor: does this machine have what the program needs, and what to install where it does not."""

from pipeline.doctor.examining import Finding, examine

__all__ = ["Finding", "examine"]
