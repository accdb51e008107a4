"""This repository's PDFs: fonts, contents, lines: all that is asked of any (``finished`` is this book here)."""

from tests.finished.test_pdf import *  # noqa: F403
