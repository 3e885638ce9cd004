"""What is said when someone asks, whichever front end says it."""

from bot.app import load_knowledge
from bot.cards.answers import Shown
from bot.cards.outcomes import no_answer_card, suggestions_card
from bot.domain.answer import NoAnswer, Suggestions
from bot.domain.entry import Signpost
from tests.knowledge_folder import KnowledgeFolder


def test_what_is_offered_stands_once(three_answers: KnowledgeFolder) -> None:
    """An answer to a second question that is among those offered is not offered again."""
    base = load_knowledge(three_answers.path)
    tupe, notice, toilets = base.entries.values()
    card = suggestions_card(Suggestions((), 0.5, offered=(tupe, notice), also=(notice, toilets)), base)

    assert [choice.arguments[-1] for choice in card.choices] == [tupe.id, notice.id, toilets.id]


def test_what_is_offered_knows_what_it_is_to_answer(three_answers: KnowledgeFolder) -> None:
    """A pick for someone else's message can still be replied to it."""
    base = load_knowledge(three_answers.path)
    tupe, notice, _ = base.entries.values()
    outcome = Suggestions((), 0.5, offered=(tupe, notice))
    card = suggestions_card(outcome, base, Shown(7, reply_to=9))

    assert [choice.arguments for choice in card.choices] == [("7", tupe.id, "9"), ("7", notice.id, "9")]


def test_a_signpost_says_where_to_ask() -> None:
    """With the address of each place."""
    post = Signpost("dbs", "DBS checks", "Ask the DBS.", (), (("Guidance", "https://www.gov.uk/dbs"),))
    card = no_answer_card(NoAnswer((), 0.0, post))

    assert card.text == "Ask the DBS.\n\n- Guidance <https://www.gov.uk/dbs>"
