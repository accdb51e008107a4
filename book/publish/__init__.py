"""pandoc's document tree → EPUB and PDF, by the tools that make them."""
