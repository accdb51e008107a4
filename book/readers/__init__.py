"""Documents → sources: sections of blocks that know their lines, language, kind, speaker and time.

A reader takes text and never raises on any text; what is wrong with a document is reported with its
place. Each reader yields elements (headings, blocks, furniture) in the order of the document, and
``outline`` folds them into sections with addresses, the same for every format.
"""

from book.readers.reading import read_source
from book.readers.registry import SHAPES

__all__ = ["SHAPES", "read_source"]
