"""What someone reads who typed a command that there is not, or with words that it does not take."""

from bot.cards.card import Card
from bot.cards.descriptions import DESCRIPTIONS, usage
from bot.cards.plain import plain
from bot.cards.refusals import add_words
from bot.domain.errors import UnknownCommand, WrongUsage
from bot.domain.verb import commands


def _unknown(error: UnknownCommand) -> Card:
    near = "\n".join(f"- `/{name}`" for name in error.near)
    meant = f"Did you mean one of these?\n\n{near}" if len(error.near) > 1 else ""
    if len(error.near) == 1:
        meant = f"Did you mean `/{error.near[0]}`?"
    typed = plain(str(error.id)[:60])
    text = f"There is no command /{typed}. {meant or 'Type /help to see what I can do.'}"
    return Card(title="I do not know that command", text=text)


def _wrong(error: WrongUsage) -> Card:
    kind = next(kind for kind in commands() if kind.command == error.command)
    options = DESCRIPTIONS[kind].options.values()
    lines = "\n".join(f"- {option.name.upper()}: {_told(option.text, option.choices)}" for option in options)
    return Card(title=f"Usage: {usage(kind)}", text=lines or "It takes nothing more.")


def _told(text: str, choices: object) -> str:
    return f"{text}. One of: {', '.join(choices)}" if isinstance(choices, dict) and choices else text


add_words({UnknownCommand: _unknown, WrongUsage: _wrong})
