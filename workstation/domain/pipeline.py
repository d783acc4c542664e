"""A pipeline that somebody else made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Package:
    """A pipeline package, and the very files of it: a hash of them."""

    name: str
    version: str
    sha256: str

    @property
    def model_id(self) -> str:
        """The name under which what it says is kept."""
        return f"{self.name}-{self.version}-{self.sha256[:8]}"

    @property
    def code(self) -> str:
        """The very code that a user confirms, in one line."""
        return f"{self.name} {self.version} {self.sha256}"
