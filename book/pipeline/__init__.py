"""A folder → a checked project → finished books; with ``publish``, the only package that touches files."""
