"""What the command line says where it refuses: one line, and what to do."""

import bot.cards.knowledge.refusals  # noqa: F401 - it adds the words for the answers' errors
from bot.cards.plain import unmarked
from bot.cards.refusals import refusal
from bot.domain.errors import (
    DatabaseUnusable,
    ParleyError,
    QuestionsNeed,
    QuestionsUnusable,
    SettingNeeds,
    SettingUnusable,
)
from bot.domain.topics import TOPICS


def error_line(error: ParleyError) -> str:
    """One of our own errors in one line."""
    match error:
        case SettingUnusable():
            return _setting(error)
        case DatabaseUnusable():
            return (
                f"The database {error.path} cannot be opened ({error.reason}). Set PARLEY_DATABASE to a file"
                " that can be written."
            )
        case QuestionsUnusable():
            return _questions(error)
        case _:
            return unmarked(refusal(error).text)


def failure(error: ParleyError) -> str:
    """What a command says that ends with one of our own errors."""
    return f"Error: {error_line(error)}"


def _setting(error: SettingUnusable) -> str:
    match error.needs:
        case SettingNeeds.TOKEN:
            return (
                f"{error.name} is not set. Set it to your bot's token, from the Bot page of your application"
                " in Discord's developer portal. To try Parley without one: python -m bot chat"
            )
        case SettingNeeds.YES_OR_NO:
            return f"{error.name} is {error.value!r}. Set it to yes or no."
        case SettingNeeds.DAYS:
            return f"{error.name} is {error.value!r}. Set it to a number of days from 1 to 36500."


def _questions(error: QuestionsUnusable) -> str:
    where = f"{error.path}:{error.line}" if error.line else error.path
    says = {
        QuestionsNeed.TEXT: f"The file cannot be read: {error.detail}.",
        QuestionsNeed.JSON: f"The line is not JSON: {error.detail}.",
        QuestionsNeed.QUESTION: 'Write a line such as {"question": "…", "expect": ["rec-1"]}.',
        QuestionsNeed.EXPECT: '`expect` must be a list of topics, or ["none"].',
        QuestionsNeed.TOPIC: f"`{error.detail}` is not a topic. Use {', '.join(TOPICS)} or none.",
    }
    return f"{where}: {says[error.needs]}"
