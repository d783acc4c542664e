"""The one door to resources/ and seeds/."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def _folder(name: str) -> Path:
    shipped: Traversable = files("workstation") / "_shipped" / name
    if shipped.is_dir():
        return Path(str(shipped))
    # A checkout or an editable install: the folders stand beside the package.
    return Path(str(files("workstation"))).parent / name


def resource(*parts: str) -> Path:
    """The path of a shipped resource, such as `resource("theme", "palette.json")`."""
    return _folder("resources").joinpath(*parts)


def seeds() -> Path:
    """The folder of the sample library's articles."""
    return _folder("seeds")
