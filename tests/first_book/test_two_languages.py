"""This repository's editions in English and in two languages: all that is asked of any (``finished`` is this book here)."""

from tests.finished.test_two_languages import *  # noqa: F403
