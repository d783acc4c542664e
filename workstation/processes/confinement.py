"""What a child takes from itself before it meets a stranger's file."""

from __future__ import annotations

from dataclasses import dataclass

from workstation import limits


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """What each child of a crew may use; `math.inf` seconds means no limit.

    `memory_bytes` bounds the address space, not the resident memory (Unix only), so it has to hold
    all libraries that the entry imports as well. Seconds count only while the run is being
    iterated: a slow consumer is never blamed on a child.
    """

    memory_bytes: int = limits.CHILD_MEMORY_BYTES
    stall_seconds: float = limits.CHILD_STALL_SECONDS
    total_seconds: float = limits.CHILD_TOTAL_SECONDS
    nice: int = 0
