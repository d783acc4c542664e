"""The errors a user may meet; everything else is a bug.

WorkstationError
├── LibraryError
│   ├── LibraryMissing      nothing stands where the library should
│   ├── NotALibrary         something else stands there
│   ├── LibraryTooNew       written by a newer program
│   ├── LibraryReadOnly     a write was asked of a library that can only be read
│   ├── LibraryLocked       somebody else is writing
│   └── LibraryDamaged      the store fails its own checks
├── Refused                 a file that no article could be read from
├── UnknownName             no such actor, article, decision, or more than one
├── Unreadable              a query, date or choice that makes no sense
├── Unwritable              the target of a report or export cannot be written
└── ProcessesFailed         child processes do not come up
"""


class WorkstationError(Exception):
    """An error with words for the user: what happened, and what can be done."""

    def __init__(self, what_happened: str, what_you_can_do: str = "", *, code: str = "") -> None:
        """Keep the words; `code` is a short stable name for the ledger and for JSON."""
        super().__init__(what_happened)
        self.what_happened = what_happened
        self.what_you_can_do = what_you_can_do
        self.code = code or type(self).__name__

    @property
    def sentence(self) -> str:
        """Both parts as one line."""
        return f"{self.what_happened} {self.what_you_can_do}".strip()


class LibraryError(WorkstationError):
    """Something about a library as a whole."""


class LibraryMissing(LibraryError):
    """Nothing stands where the library should."""


class NotALibrary(LibraryError):
    """Something else stands where the library should."""


class LibraryTooNew(LibraryError):
    """The library was written by a newer program."""


class LibraryReadOnly(LibraryError):
    """A write was asked of a library that can only be read."""


class LibraryLocked(LibraryError):
    """Another program is writing to the library."""


class LibraryDamaged(LibraryError):
    """The store fails its own checks."""


class Refused(WorkstationError):
    """No article could be read from a file."""


class UnknownName(WorkstationError):
    """A name fits nothing in the library, or more than one thing."""


class Unreadable(WorkstationError):
    """A query, a date or a choice makes no sense."""


class Unwritable(WorkstationError):
    """The target of a report or an export cannot be written."""


class ProcessesFailed(WorkstationError):
    """Child processes do not come up."""
