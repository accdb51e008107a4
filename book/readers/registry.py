"""The shapes of documents, by the name that a registry's ``format`` gives."""

from book.readers.article import read_article
from book.readers.dialogue import read_dialogue
from book.readers.markdown import read_markdown
from book.readers.parallel import read_parallel
from book.readers.shape import Shape
from book.readers.timed_outline import read_timed_outline

_OF_ANY_PROSE = ("metadata", "kinds", "quoted")
"""What any text in lines and paragraphs can have declared of it."""

SHAPES: dict[str, Shape] = {
    "markdown": Shape(read_markdown, _OF_ANY_PROSE),
    "timed-outline": Shape(read_timed_outline, (*_OF_ANY_PROSE, "headings")),
    "article": Shape(read_article, (*_OF_ANY_PROSE, "headings")),
    "parallel": Shape(read_parallel, _OF_ANY_PROSE),
    "dialogue": Shape(read_dialogue, (*_OF_ANY_PROSE, "speakers")),
}
"""To add a shape of document, write its reader and name it here with its options."""
