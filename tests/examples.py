"""How many examples a property is tried with: all of them in the full run, a quarter in the fast one."""

import os


def examples(number: int) -> int:
    """The number for the full run → that for this one."""
    return max(number // 4, 10) if os.environ.get("YULU_TESTS") == "fast" else number
