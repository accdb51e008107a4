"""This repository's files: where every line of every document went: all that is asked of any (``finished`` is this book here)."""

from tests.finished.test_ledger import *  # noqa: F403
