"""Tools that are missing or fail: not the editor's mistake, and exit status 2."""


class ToolError(Exception):
    """A tool is not there, or did not do its work; the message says what to do."""
