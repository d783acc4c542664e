"""Which pipeline tags: known without loading it."""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from workstation.resources import resource

MODEL = "en_world_news"


@dataclass(frozen=True, slots=True)
class Identity:
    """The name under which a pipeline's articles are kept, and the same in words."""

    id: str
    model_id: str
    """The same without the registers: what the model says does not depend on them."""
    words: str
    model: Path


@cache
def shipped() -> Identity:
    """The pipeline this program ships: its model's version and a hash of its registers.

    A new model or a changed register is another pipeline, so that articles are tagged anew.
    """
    model = resource("models", MODEL)
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    version = meta["version"]
    digest = sha256()
    for register in sorted(resource("actors").glob("*.json")):
        digest.update(register.read_bytes())
    registers = digest.hexdigest()[:8]
    return Identity(
        id=f"{MODEL}-{version}+registers-{registers}",
        model_id=f"{MODEL}-{version}",
        words=f"{MODEL} {version} with the shipped actor registers ({registers})",
        model=model,
    )
