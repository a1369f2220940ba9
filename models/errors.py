"""The error tree.

SohoaError
├── DocumentError            one document cannot go on; the batch does
│   ├── UnreadableFile       the bytes cannot be had (permission, vanished, FIFO, loop)
│   ├── EmptyFile            no bytes, no pages, or no print on them
│   ├── UnsupportedKind      the content is of no kind that is read here
│   ├── DamagedFile          the kind is known, the content is truncated or broken
│   ├── EncryptedFile        a password is needed
│   └── TooLarge             a bound on bytes, pages, pixels or time was met
├── EnvironmentLacks         a program, a language or a font is not installed
├── StoreUnusable            the store cannot be opened, migrated or written
└── KnowledgeError           a row of a knowledge file is wrong; says file and line

Each carries what happened, where, and what to do. Only `pipeline` catches them.
"""


class SohoaError(Exception):
    """What went wrong, where, and what to do about it."""

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        self.what, self.where, self.advice = what, where, advice
        super().__init__(what, where, advice)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.advice})" if self.advice else ""
        return f"{place}{self.what}{advice}"


class DocumentError(SohoaError):
    """One document cannot go on. It is quarantined with this reason and the batch continues."""


class UnreadableFile(DocumentError):
    """The bytes cannot be had."""


class EmptyFile(DocumentError):
    """There is nothing in it."""


class UnsupportedKind(DocumentError):
    """The content is of no kind that is read here."""


class DamagedFile(DocumentError):
    """The kind is known, but the content is truncated or broken."""


class EncryptedFile(DocumentError):
    """A password is needed."""


class TooLarge(DocumentError):
    """A bound on bytes, pages, pixels or time was met before the memory was spent."""


class EnvironmentLacks(SohoaError):
    """A program, a language or a font is not installed; `sohoa doctor` says which."""


class StoreUnusable(SohoaError):
    """The store cannot be opened, migrated or written."""


class KnowledgeError(SohoaError):
    """A row of a knowledge file is wrong."""
