"""A galley → an EPUB 3: prepared, written by pandoc, and repaired where pandoc leaves it wrong."""
