"""Yulu: an editorial pipeline that turns documents about interviews into cited, bilingual books.

The packages are the stages, and imports run one way::

    cli → pipeline → publish → writers → setting → translation → comparing → copyediting → editorial →
    specs → readers → languages → scripts → text → model → diagnostics
"""

__version__ = "0.1.0"
