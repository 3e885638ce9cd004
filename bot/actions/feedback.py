"""The verbs of saying something about an answer: vote, not-meant, meant, share, refer, book-about."""

from collections.abc import Mapping
from dataclasses import replace

from bot.actions.dialogue.requests import ask_about
from bot.actions.request import Handler, Request, Result
from bot.cards.answers import Shown, answer_card
from bot.cards.card import Said
from bot.cards.feedback import alternatives_card, booking_card, refer_form, referred_card, shared_card
from bot.domain.actor import TERMINAL
from bot.domain.errors import NoSuchAction


def shown_again(request: Request, asked: int, reply: int) -> Shown:
    """How an answer was shown, from the places among the arguments that say so."""
    return Shown(
        request.number(asked),
        reply_to=request.number(reply) if len(request.arguments) > reply else None,
        shareable=request.by.guild_id != TERMINAL,
    )


def _picked(request: Request, place: int) -> str | None:
    """The entry that was picked, where it is not the one that was found."""
    return request.arguments[place] if len(request.arguments) > place else None


def _vote(request: Request) -> Result:
    asked_id, helpful = request.number(0), request.argument(1) == "yes"
    entry = request.feedback.vote(asked_id, helpful=helpful, by=request.by)
    shown = replace(shown_again(request, 0, 2), vote=helpful)
    return answer_card(entry, request.base, request.today, shown)


def _not_meant(request: Request) -> Result:
    alternatives = request.feedback.alternatives(request.number(0), by=request.by)
    return alternatives_card(alternatives, shown_again(request, 0, 1))


def _meant(request: Request) -> Result:
    entry = request.feedback.pick(request.number(0), request.argument(1), by=request.by)
    shown = replace(shown_again(request, 0, 2), picked=True)
    return answer_card(entry, request.base, request.today, shown)


def _share(request: Request) -> Result:
    entry = request.feedback.share(request.number(0), _picked(request, 1), by=request.by)
    return Said(shared_card(entry), public=answer_card(entry, request.base, request.today))


def _reply(request: Request) -> Result:
    entry = request.feedback.share(request.number(0), _picked(request, 2), by=request.by)
    public = answer_card(entry, request.base, request.today)
    return Said(shared_card(entry), public=public, reply_to=request.number(1))


def _refer(request: Request) -> Result:
    asked_id = request.number(0) if request.arguments else None
    if request.values is None:
        request.feedback.may_refer(by=request.by)
        question = request.feedback.question(asked_id, by=request.by) if asked_id is not None else ""
        return refer_form(question, asked_id)
    tell = request.values.get("tell") == "yes"
    request.feedback.refer(request.values.get("question", ""), tell=tell, by=request.by, asked_id=asked_id)
    return referred_card(tell=tell)


def _book_about(request: Request) -> Result:
    if request.app.dialogue is not None:
        entry = request.app.answering.show(request.argument(0), guild_id=request.by.guild_id)
        return ask_about(request, entry.title)
    how = next(
        (entry for entry in request.base.entries.values() if entry.id == "ask-for-a-conversation"), None
    )
    if how is None:
        raise NoSuchAction("Nothing here says how to book a conversation. Ask a moderator.")
    return booking_card(how, request.base, request.today)


VERBS: Mapping[str, Handler] = {
    "vote": _vote,
    "not-meant": _not_meant,
    "meant": _meant,
    "share": _share,
    "reply": _reply,
    "refer": _refer,
    "book-about": _book_about,
}
