"""One line in the log for each event, with nothing in it that was asked and no token."""

import logging
import re
import sys
import traceback
from collections.abc import Iterator

import discord

_TOKEN_IN_ADDRESS = re.compile(r"((?:webhooks|interactions)/\d+/)[^/\s]+")
_FRAMES = 6


def log_to_stdout() -> None:
    """Write events to the standard output, which a Procfile host collects."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.getLogger("discord").setLevel(logging.WARNING)
    # We have no voice, and need not be told that its libraries are missing.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class OneLine(logging.Formatter):
    """Folds an error into the line: its type and where it was raised, but not its text.

    An error's text can quote what someone asked, and so can all but the first line of a message.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line = self._style._fmt % {
            **record.__dict__,
            "asctime": self.formatTime(record),
            "message": record.getMessage().partition("\n")[0],
        }
        error = record.exc_info[1] if record.exc_info else None
        return _TOKEN_IN_ADDRESS.sub(r"\1…", " ".join([line, *_raised(error)]))


def _raised(error: BaseException | None) -> Iterator[str]:
    """The error and what caused it, outermost first."""
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        places = " > ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
        yield f"raised={type(error).__name__}{_codes(error)} at=[{places}]"
        error = error.__cause__ or error.__context__


def _codes(error: BaseException) -> str:
    """Discord's own numbers, which say what it refused."""
    return f"({error.status}/{error.code})" if isinstance(error, discord.HTTPException) else ""
