"""The readers, by the name that a registry's ``format`` gives."""

from book.readers.article import read_article
from book.readers.dialogue import read_dialogue
from book.readers.document import Reader
from book.readers.markdown import read_markdown
from book.readers.parallel import read_parallel
from book.readers.timed_outline import read_timed_outline

READERS: dict[str, Reader] = {
    "markdown": read_markdown,
    "timed-outline": read_timed_outline,
    "article": read_article,
    "parallel": read_parallel,
    "dialogue": read_dialogue,
}
"""To add a shape of document, write a reader and name it here."""
