"""Reads a line in a terminal with history, editing and completion, where the system has them."""

from collections.abc import Callable, Iterable
from contextlib import suppress

_PROMPT = "> "


def line_editor(complete: Callable[[str], Iterable[str]]) -> Callable[[], str]:
    """A function that reads one line. `complete` gives what a half-typed line can become.

    No history is kept on disk.
    """
    with suppress(ImportError):
        import readline

        def completer(_word: str, state: int) -> str | None:
            typed = readline.get_line_buffer()
            begins = readline.get_begidx()
            return dict(enumerate(line[begins:] for line in complete(typed))).get(state)

        readline.set_completer_delims(" ")
        readline.set_completer(completer)
        readline.parse_and_bind("tab: complete")
    return lambda: input(_PROMPT)
