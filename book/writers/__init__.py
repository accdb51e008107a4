"""Galley → pandoc's document tree. Prose never passes through Markdown: of templates' prose, little survives."""
