"""The command line: what a user types → what the pipeline does, and what it says of it."""

from book.cli.main import main

__all__ = ["main"]
