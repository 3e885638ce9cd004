"""The help for the person who asks, with what the bot keeps."""

from bot.cards.card import Action, Card
from bot.domain.actor import TERMINAL, Actor, Role
from bot.domain.verbs.reading import Browse, SeeHelp

_ABOUT = (
    "Ask me about charities and public services in England: NCVO's ten recommendations, the Compact and the"
    " Civil Society Covenant, grants, contracts, social value, TUPE, consultations and funding cuts. I can"
    " also help you talk with a commissioner before a tender. Use your own words.\n\n"
    "Every answer was written in advance from named sources. I find the one that fits; I never make one up."
    " Each says where it comes from and whether it still applies. Where I have no answer, I say so. This is"
    " information, not legal advice."
)
_IN_THE_TERMINAL = (
    "- Type a question to ask it.\n"
    "- Type a number to take one of the choices below an answer.\n"
    "- `/browse` lists the answers by subject.\n"
    "- `/show ID` shows one answer by its id.\n"
    "- `/dialogue request` asks a commissioner for a conversation. `/dialogue mine` shows yours. `/messages`"
    " shows what has come for you.\n"
    "- `/service list` shows what is to be commissioned. For commissioners: `/dialogue queue`,"
    " `/service add`, `/availability list` and `/availability add`.\n"
    "- `/knowledge review` shows what is waiting, if you are a moderator (`--as moderator`).\n"
    "- `/help` shows this. `/quit` leaves.\n\n"
    "I keep what was asked and what I answered, so that people can fix the answers. I do not keep who"
    " asked. Start me with `--no-log` and I keep nothing."
)
_IN_DISCORD = (
    "- `/ask` answers a question. Only you see it until you share it.\n"
    "- Mention me with a question and everyone can see the answer, or message me directly.\n"
    "- To answer someone's question, open the menu of their message, then Apps, then **Answer this**.\n"
    "- `/browse` lists the answers by subject.\n"
    "- `/dialogue request` asks a commissioner for a conversation. `/dialogue mine` shows yours, to move or"
    " cancel it. `/service list` shows what is to be commissioned.\n"
)
_KEPT = (
    "\n**What I keep.** What was asked and what I answered, so that people can fix the answers. Not who"
    " asked. If you ask to be told of an answer, I keep who you are until you have been told. Of a"
    " conversation that you ask for or take on, I keep who you are, what you wrote, and each step. Of a"
    " direct message I keep which answer it got, not your words. Of a message from someone in distress I"
    " keep nothing. I read only messages that mention me, messages sent to me, and messages that someone"
    " chooses from the menu."
)
_FOR_ROLES = {
    Role.COMMISSIONER: (
        "- You are a commissioner here. `/dialogue queue` shows who is waiting, `/availability add` says when"
        " you can talk, `/service add` lists what you plan to commission.\n"
    ),
    Role.MODERATOR: "- You are a moderator here. `/knowledge review` shows what is waiting for you.\n",
    Role.ADMINISTRATOR: "- `/setup` sets roles and channels, and shows what is missing.\n",
}


def help_card(by: Actor) -> Card:
    """For someone who has just come, by what they can do here."""
    if by.guild_id == TERMINAL:
        detail = _IN_THE_TERMINAL
    else:
        detail = _IN_DISCORD + "".join(line for role, line in _FOR_ROLES.items() if by.has(role)) + _KEPT
    return Card(
        title="What I can do", text=_ABOUT, detail=detail, actions=(Action("Browse the answers", Browse()),)
    )


def short_help_card() -> Card:
    """For someone who names the bot and asks nothing."""
    return Card(
        title="What I can do",
        text=(
            "I answer questions about charities and public services in England. Mention me with a question,"
            " such as *what is TUPE?*, or type `/ask` for a private answer."
        ),
        actions=(Action("Browse the answers", Browse()), Action("More about me", SeeHelp())),
    )


def welcome_card() -> Card:
    """The first thing that someone in a terminal reads."""
    return Card(
        title="Parley",
        text=(
            "Ask about charities and public services in England, in your own words. For example:"
            " *how much notice should we get that our grant will end?*\n\n"
            "`/help` says what I can do, `/browse` lists the answers, `/quit` leaves."
        ),
    )
