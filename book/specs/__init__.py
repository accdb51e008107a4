"""YAML written by editors → specs: what the registry, the book and each chapter say, with places."""
