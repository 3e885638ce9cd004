"""A file, a setting or the database cannot be used as it is."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors.base import Unusable
from bot.domain.faults import FileFault


class SettingNeeds(StrEnum):
    """Kinds of value that a setting needs."""

    YES_OR_NO = "yes or no"
    DAYS = "days"
    TOKEN = "token"  # noqa: S105 - the name of what is missing


@dataclass(eq=False)
class SettingUnusable(Unusable):
    """An environment variable is missing, or has a value that cannot be used."""

    name: str
    needs: SettingNeeds
    value: str = ""


@dataclass(eq=False)
class DatabaseUnusable(Unusable):
    """The database cannot be opened; `reason` is what the system says."""

    path: str
    reason: str


class NothingKept(Unusable):
    """It would have to be kept, and there is no database to keep it in."""


class QuestionsNeed(StrEnum):
    """Faults of a file of questions: each is a part that it needs."""

    TEXT = "text"
    JSON = "json"
    QUESTION = "question"
    EXPECT = "expect"
    TOPIC = "topic"


@dataclass(eq=False)
class QuestionsUnusable(Unusable):
    """A file of questions cannot be used; `line` counts from 1, and is 0 for the file itself."""

    path: str
    needs: QuestionsNeed
    line: int = 0
    detail: str = ""


@dataclass(eq=False)
class KnowledgeFaulty(Unusable):
    """The knowledge base cannot be used as it is: the first fault."""

    fault: FileFault


@dataclass(eq=False)
class ImportRefused(Unusable):
    """Nothing was brought in, because of so many faults."""

    faults: int
