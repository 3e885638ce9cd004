"""Saying something about an answer, and what can be done with it."""

from dataclasses import replace

from bot.actions.answering import shown_again
from bot.actions.dialogue.requests import ask_about
from bot.actions.here import Here
from bot.actions.registry import Result, handles, handles_form
from bot.cards.answers import answer_card
from bot.cards.card import Form, Said
from bot.cards.feedback import alternatives_card, refer_form, referred_card, shared_card
from bot.domain.feedback_forms import ReferForm
from bot.domain.verbs.reading import BookAbout, Meant, NotMeant, Refer, Reply, Share, Vote


@handles(Vote)
def vote(verb: Vote, here: Here) -> Result:
    """Keep whether an answer helped."""
    entry = here.app.feedback.vote(verb.asked_id, helpful=verb.helpful, by=here.by)
    shown = replace(shown_again(verb.asked_id, verb.reply_to, here), vote=verb.helpful)
    return answer_card(entry, here.base, here.today, shown)


@handles(NotMeant)
def not_meant(verb: NotMeant, here: Here) -> Result:
    """Show the other answers that came near."""
    alternatives = here.app.feedback.alternatives(verb.asked_id, by=here.by)
    return alternatives_card(alternatives, shown_again(verb.asked_id, verb.reply_to, here))


@handles(Meant)
def meant(verb: Meant, here: Here) -> Result:
    """Show the answer that was meant, and keep that it was."""
    entry = here.app.feedback.pick(verb.asked_id, verb.entry_id, by=here.by)
    shown = replace(shown_again(verb.asked_id, verb.reply_to, here), picked=True)
    return answer_card(entry, here.base, here.today, shown)


@handles(Share)
def share(verb: Share, here: Here) -> Result:
    """Show an answer to everyone in the channel."""
    entry = here.app.feedback.share(verb.asked_id, verb.picked, by=here.by)
    return Said(shared_card(entry), public=answer_card(entry, here.base, here.today))


@handles(Reply)
def reply(verb: Reply, here: Here) -> Result:
    """Answer someone's message, for everyone."""
    entry = here.app.feedback.share(verb.asked_id, verb.picked, by=here.by)
    public = answer_card(entry, here.base, here.today)
    return Said(shared_card(entry), public=public, reply_to=verb.reply_to)


def _open_refer(verb: Refer, here: Here) -> Form:
    here.must_be_in_a_server()
    question = ""
    if verb.asked_id is not None:
        question = here.app.feedback.question(verb.asked_id, by=here.by)
    return refer_form(question, verb.asked_id)


@handles_form(Refer, ReferForm, opened_by=_open_refer)
def refer(verb: Refer, here: Here, filled: ReferForm) -> Result:
    """Pass a question on to the moderators."""
    here.must_be_in_a_server()
    here.app.feedback.refer(filled.question, tell=filled.tell, by=here.by, asked_id=verb.asked_id)
    return referred_card(tell=filled.tell)


@handles(BookAbout)
def book_about(verb: BookAbout, here: Here) -> Result:
    """Open the form for a conversation, begun from an answer."""
    here.must_be_in_a_server()
    entry = here.app.answering.show(verb.entry_id, guild_id=here.by.guild_id)
    return ask_about(here, entry.title)
