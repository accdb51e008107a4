"""A text and its translation, side by side: what the two do not have in common."""

from book.comparing.checks import CHECKS, doubled, findings
from book.comparing.pair import Finding, Pair

__all__ = ["CHECKS", "Finding", "Pair", "doubled", "findings"]
