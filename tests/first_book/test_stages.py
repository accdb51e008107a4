"""This repository's book, stage by stage: all that is asked of any whole book (``whole_book`` is this one here)."""

from tests.whole_book.test_accounting import *  # noqa: F403
from tests.whole_book.test_copyediting import *  # noqa: F403
from tests.whole_book.test_editorial import *  # noqa: F403
from tests.whole_book.test_readers import *  # noqa: F403
from tests.whole_book.test_translation import *  # noqa: F403
