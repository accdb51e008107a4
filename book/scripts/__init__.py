"""Scripts and their conversion; the only package that knows OpenCC."""
