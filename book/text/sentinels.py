"""The characters that stand for something else while a stage works on a text, each with one meaning.

They are of the private use areas (Unicode 15, § 23.5), which no document of a book should use, or control characters
that ``text.characters`` lets into no text; whatever a stage puts in, it takes out again.
"""

MASK = "\ue000"
"""Words that the term base has decided, while the script of the rest is converted."""

DECIDED = "\ue001"
"""A phrase or an address that is not left to OpenCC, while it converts the rest."""

COUNTED = "\ue002"
"""The letters of a term or figure that has been counted, while others are looked for."""

MACHINE = "\ufffc"
"""A string for machines, a break or foreign words, which no rule may read or change (U+FFFC: object replacement)."""

SOFT = "\x1f"
"""The end of a line inside a paragraph, until the two lines are joined."""

LINE_ENDS = {ord(end): 0xF0000 + ord(end) for end in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
"""What Python takes for the end of a line and gettext does not → what stands for it while polib reads."""

STAND_INS = f"{MASK}-\uf8ff{MACHINE}"
"""A range for patterns: whatever may stand in a running text for something else; no URL, for one, reaches over it."""
