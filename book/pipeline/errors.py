"""Why a command cannot be carried out at all."""

from book.publish.errors import ToolError

__all__ = ["CallError", "ToolError"]


class CallError(Exception):
    """The project has nothing by the name given; the message is a sentence for the user, without a full stop."""
