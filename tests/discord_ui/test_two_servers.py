"""Two servers, the same people in both: nothing of one is seen or changed from the other, or by a forger."""

import pytest

from bot.discord_ui.client import Client
from bot.domain.actor import Actor
from bot.services.feedback import Feedback
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading, Said
from tests.loopback.world import Channel, Guild, Person
from tests.refused import was_refused


@pytest.fixture
def elsewhere(loopback: LoopbackDiscord) -> Guild:
    """The other server."""
    return loopback.add_guild("Elsewhere")


def feedback(client: Client) -> Feedback:
    """What people have said, as the bot under test keeps it."""
    return client.app.feedback


def number_in(said: Said, label: str) -> str:
    """The number of the question, as it is in one of its buttons."""
    return str(Reading(said.message).button(label)["custom_id"]).split(":")[2]


async def test_votes_and_referrals_stay_where_they_were_made(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    elsewhere: Guild,
    general: Channel,
    ada: Person,
) -> None:
    """The same person asks the same in both, and says different things of it."""
    async with running_bot() as client:
        here = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        there = await loopback.slash("ask", by=ada, at=elsewhere.channels[0], question="staff transfer")
        here = await loopback.press(here, "Helpful", by=ada)
        there = await loopback.press(there, "Not helpful", by=ada)
        await loopback.submit(
            await loopback.press(here, "Ask a moderator", by=ada), by=ada, question="Only here?"
        )
        kept, people = feedback(client), [Actor(ada.id, where.id) for where in (guild, elsewhere)]
        version = client.app.answering.finder.base(guild.id).entry("tupe").version
        votes = [await client.disk.call(kept.votes, "tupe", version, by=by) for by in people]
        queues = [await client.disk.call(kept.waiting, by=by) for by in people]

    assert votes == [(1, 0), (0, 1)]
    assert [[referral.question for referral in queue] for queue in queues] == [["Only here?"], []]


async def test_roles_of_one_server_mean_nothing_in_another(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    elsewhere: Guild,
    general: Channel,
    owner: Person,
) -> None:
    """A person who manages one server and moderates there is a member like any other elsewhere."""
    guild.give(owner, "Moderators")
    async with running_bot():
        form = await loopback.press(
            await loopback.slash("setup", by=owner, at=general), "Roles and", by=owner
        )
        await loopback.submit(form, by=owner, moderators=guild.role("Moderators"), queue=general.id)
        here = await loopback.slash("help", by=owner, at=general)
        there = await loopback.slash("help", by=owner, at=elsewhere.channels[0])
        refused = await loopback.slash("setup", by=owner, at=elsewhere.channels[0])
        elsewhere.managers.add(owner.id)
        theirs = await loopback.slash("setup", by=owner, at=elsewhere.channels[0])

    assert "You are a moderator here" in here.text
    assert "You are a moderator here" not in there.text
    assert "Only people who can manage" in refused.text
    assert str(general.id) not in theirs.text


@pytest.mark.parametrize("verb", ["vote", "not-meant", "share", "reply", "refer", "meant"])
async def test_another_servers_question_is_refused(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    elsewhere: Guild,
    general: Channel,
    ada: Person,
    verb: str,
) -> None:
    """Its own asker, in the wrong server, is told no more than someone who made the number up."""
    async with running_bot():
        there = await loopback.slash("ask", by=ada, at=elsewhere.channels[0], question="staff transfer")
        here = await loopback.slash("ask", by=ada, at=general, question="toilet map")
        number = number_in(there, "Helpful")
        forged = await loopback.press_id(here.message, f"p:{verb}:{number}:tupe", by=ada)
        made_up = await loopback.press_id(here.message, f"p:{verb}:12345:tupe", by=ada)

    assert forged.text == made_up.text
    assert was_refused(forged.text)
    assert forged.exchange.modal is None
    assert loopback.world.in_channel(general) == []


async def test_the_number_of_a_question_cannot_be_guessed(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Who asked is not kept, so the number is the key: the next ones are not near those that one has."""
    async with running_bot():
        before = await loopback.slash("ask", by=Person("eve"), at=general, question="toilet map")
        hers = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        mine, secret = int(number_in(before, "Helpful")), int(number_in(hers, "Helpful"))
        guesses = [*range(mine - 3, mine), *range(mine + 1, mine + 4), 1, 2, secret - 1, secret + 1]
        for guess in guesses:
            refused = await loopback.press_id(before.message, f"p:refer:{guess}", by=Person("eve"))
            assert refused.exchange.modal is None
            assert was_refused(refused.text)

    assert secret - mine > 10


async def test_a_channel_of_another_server_is_never_posted_to(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    elsewhere: Guild,
    general: Channel,
    owner: Person,
) -> None:
    """A forged form can name it; the settings then say that it cannot be seen."""
    async with running_bot():
        form = await loopback.press(
            await loopback.slash("setup", by=owner, at=general), "Roles and", by=owner
        )
        done = await loopback.submit(form, by=owner, queue=elsewhere.channels[0].id)

    assert f"<#{elsewhere.channels[0].id}>: I cannot see this channel" in done.text
    assert loopback.world.in_channel(elsewhere.channels[0]) == []


async def test_a_forged_form_is_refused(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    elsewhere: Guild,
    general: Channel,
    ada: Person,
    owner: Person,
) -> None:
    """A form that was opened in one server and is sent with another's number, or by someone else."""
    async with running_bot() as client:
        there = await loopback.slash("ask", by=ada, at=elsewhere.channels[0], question="staff transfer")
        here = await loopback.slash("ask", by=Person("eve"), at=general, question="toilet map")
        form = await loopback.press(here, "Ask a moderator", by=Person("eve"))
        assert form.exchange.modal is not None
        form.exchange.modal["custom_id"] = f"p:refer:{number_in(there, 'Helpful')}"
        refused = await loopback.submit(form, by=Person("eve"), question="What did they ask?")
        waiting = await client.disk.call(feedback(client).waiting, by=Actor(owner.id, elsewhere.id))

    assert was_refused(refused.text)
    assert waiting == []


async def test_two_people_under_one_public_answer_are_both_heard(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, general: Channel, ada: Person
) -> None:
    """What one of them asks the moderators does not take the place of what the other did."""
    async with running_bot() as client:
        asked = await loopback.say("what is tupe?", by=ada, at=general, mention=True)
        answer = await loopback.reply_to(asked)
        for person, question in ((ada, "And pensions?"), (Person("bo"), "And agency staff?")):
            form = await loopback.press(answer, "Ask a moderator", by=person)
            for _ in range(2):
                await loopback.submit(form, by=person, question=question, tell="yes")
        waiting = await client.disk.call(feedback(client).waiting, by=Actor(ada.id, guild.id))

    assert [referral.question for referral in waiting] == ["And pensions?", "And agency staff?"]
    assert "Share" not in Reading(answer).labels
