"""What a person reads where something in early dialogue was refused, and what they can do next."""

from collections.abc import Mapping

from bot.cards.card import Action, Card
from bot.cards.dates import day
from bot.cards.dialogue.buttons import MINE, button
from bot.cards.dialogue.refusal_words import DO, INSTEAD, IS, NEXT, NOT_YOURS_TEXTS, OWN_REQUEST_TEXTS, UNMET
from bot.cards.plain import plain
from bot.cards.refusals import add_changed, add_missing, add_words
from bot.domain.dialogue.acts import Act, Condition, Part
from bot.domain.errors import (
    ConditionUnmet,
    EngagementOver,
    FormNotBegun,
    Limit,
    LimitReached,
    Thing,
    WrongPart,
    WrongState,
)
from bot.domain.verbs.dialogue.planned import ListServices
from bot.domain.verbs.dialogue.records import WriteRecord
from bot.domain.verbs.dialogue.requests import AskForConversation

NOT_YOURS, NOT_NOW = "You cannot do that here", "Not as things are now"
OVER, NOT_BEGUN, ENOUGH = (
    "Closed to one-to-one conversations",
    "Nothing to send yet",
    "You have reached the limit",
)
TITLES = (NOT_YOURS, NOT_NOW, OVER, NOT_BEGUN, ENOUGH)
"""How the cards of this module begin."""

_MOVE_ON: Mapping[Thing, tuple[Action, ...]] = {
    Thing.SERVICE: (Action("All planned services", ListServices()),)
}


def _wrong_part(error: WrongPart) -> Card:
    text = NOT_YOURS_TEXTS[error.thing, Act(error.act)].format(n=error.number)
    if error.thing is Thing.REQUEST and error.part is Part.ASKER:
        text = OWN_REQUEST_TEXTS.get(Act(error.act), text)
    return Card(title=NOT_YOURS, text=text)


def _wrong_state(error: WrongState) -> Card:
    act, number = Act(error.act), int(error.number)
    step = error.thing, str(error.state), act
    now = f"{IS[error.thing][error.state]}, so you can't {DO[act]}. {NEXT.get(step, '')}".strip()
    text = INSTEAD.get(step, now).format(n=number)
    see = Thing.BOOKING if error.thing is Thing.RECORD else error.thing
    return Card(title=NOT_NOW, text=text, actions=(button(see, Act.SEE, number), *_on(error.thing)))


def _unmet(error: ConditionUnmet) -> Card:
    text = UNMET[Act(error.act), Condition(error.condition)].format(n=error.number)
    see = Thing.BOOKING if error.thing is Thing.RECORD else error.thing
    return Card(title=NOT_NOW, text=text, actions=(button(see, Act.SEE, error.number), *_on(error.thing)))


def _on(thing: Thing) -> tuple[Action, ...]:
    return _MOVE_ON.get(thing, (MINE,))


def _engagement_over(error: EngagementOver) -> Card:
    why = (
        f"A tender notice for “{plain(error.title)}” is out, so no one can talk one to one about it. Everyone"
        " who can bid must learn the same."
        if error.last_day is None
        else f"Engagement on “{plain(error.title)}” ends on {day(error.last_day)}. No one can talk one to one"
        " about it after that day."
    )
    return Card(
        title=OVER,
        text=f"{why} Ask here instead: {plain(error.route)}",
        actions=(button(Thing.SERVICE, Act.SEE, error.number),),
    )


def _not_begun(error: FormNotBegun) -> Card:
    if error.thing is Thing.RECORD:
        return Card(
            title=NOT_BEGUN,
            text="Start with what was said. That is the first half of the record.",
            actions=(Action("Write the record", WriteRecord(error.number)),),
        )
    return Card(
        title=NOT_BEGUN,
        text="You have no request to send. It has been sent already, or its first part is not filled in.",
        actions=(Action("Ask for a conversation", AskForConversation()), MINE),
    )


_LIMITS: Mapping[Limit, str] = {
    Limit.OPEN: (
        "You have {most} requests and conversations open, which is the most one person can have. Withdraw or"
        " cancel one, or wait until it is over. /dialogue mine lists them."
    ),
    Limit.WINDOWS: "You have {most} times listed, and no more fit. Remove one in /availability list.",
}


def _limit(error: LimitReached) -> Card:
    return Card(title=ENOUGH, text=_LIMITS[error.limit].format(most=error.most))


add_changed(
    {
        Thing.REQUEST: "Someone changed that request just now. Look at it again.",
        Thing.BOOKING: "Someone changed that conversation just now. Look at it again.",
        Thing.RECORD: "Someone changed that record just now. Look at it again.",
        Thing.COMMITMENT: "That commitment has already been met.",
        Thing.SERVICE: "Someone changed that service just now. Look at it again.",
    }
)
add_missing(
    {
        Thing.REQUEST: "There is no request {id} in this server. /dialogue mine lists yours.",
        Thing.BOOKING: "There is no conversation {id} in this server. /dialogue mine lists yours.",
        Thing.RECORD: "No one has written the record of conversation {id} yet.",
        Thing.SERVICE: "There is no planned service {id} in this server. /service list shows them.",
        Thing.WINDOW: "Those times are not there any more. /availability list shows yours.",
        Thing.PERSON: (
            "That person does not take conversations here. Choose a colleague from the list, or return the"
            " request to the queue."
        ),
    }
)
add_words(
    {
        WrongPart: _wrong_part,
        WrongState: _wrong_state,
        ConditionUnmet: _unmet,
        EngagementOver: _engagement_over,
        FormNotBegun: _not_begun,
        LimitReached: _limit,
    }
)
