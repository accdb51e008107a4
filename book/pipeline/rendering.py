"""Tasks → artifacts: one after another, or several at a time in processes of their own."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from book.publish.artifact import Artifact

Call = tuple[Callable[[Any], Artifact], Any]
"""A format's function, and the task to give to it."""
Timed = tuple[Artifact, float]
"""An artifact, and the seconds that it took."""


def rendered(call: Call) -> Timed:
    """A task → its artifact. Raises ToolError when a tool fails."""
    render, task = call
    begun = time.monotonic()
    artifact = render(task)
    return artifact, time.monotonic() - begun


def rendered_in_processes(calls: Sequence[Call], at_a_time: int | None) -> Iterator[Timed]:
    """Tasks → their artifacts in the same order; ``at_a_time`` of them, or as many as there are processors.

    A process is given the function and the task, and needs nothing else. Raises ToolError when a tool fails.
    """
    processes = min(len(calls), at_a_time or os.cpu_count() or 1)
    if processes < 2:
        yield from map(rendered, calls)
        return
    with multiprocessing.get_context("spawn").Pool(processes, _leave_interrupts_to_parent) as pool:
        yield from pool.imap(rendered, calls)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
