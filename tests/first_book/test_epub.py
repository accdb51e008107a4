"""This repository's EPUBs, as a validator and a browser see them: all that is asked of any (``finished`` is this book here)."""

from tests.finished.test_epub import *  # noqa: F403
