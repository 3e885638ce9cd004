"""People who asked to be told how their question was settled are told, and then forgotten."""

from tests.discord_ui.conftest import RunningBot
from tests.discord_ui.moderators import published, set_up
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Guild, Person


async def test_those_who_asked_are_told_once(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    ada: Person,
    meg: Person,
) -> None:
    """From an unanswered question to a direct message; then no one knows who asked."""
    direct = loopback.direct_channel(ada)
    async with running_bot() as client:
        await set_up(loopback, guild, general, owner)
        question = "is there a mobile library timetable"
        said = await loopback.slash("ask", by=ada, at=general, question=question)
        await loopback.submit(await loopback.press(said, "Ask a moderator", by=ada), by=ada, tell="yes")
        queue = await loopback.slash("knowledge unanswered", by=meg, at=general)
        case = await loopback.choose(queue, "is there a mobile", by=meg)
        draft = await loopback.submit(
            await loopback.press(case, "Add to an answer", by=meg),
            by=meg,
            entry_id="great-british-toilet-map",
        )
        gate = await loopback.press(draft, "See what it would do", by=meg)
        assert "Publish" in gate.labels
        loopback.world.cut_messages = 1  # they are told in spite of it, in the next round
        await published(loopback, gate, meg)
        await loopback.eventually(lambda: True if loopback.world.cut_messages == 0 else None)
        await loopback.press(gate, "History", by=meg)
        message = await loopback.eventually(lambda: next(iter(loopback.world.in_channel(direct)), None))
        await loopback.slash("knowledge unanswered", by=meg, at=general)
        left = await client.disk.call(client.app.outbox.due)

    assert "Your question has an answer" in Reading(message).text
    assert len(loopback.world.in_channel(direct)) == 1
    assert left == []


async def test_who_takes_no_messages_is_shown_their_answer_when_they_next_ask(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    meg: Person,
) -> None:
    """Privately, once, and in the server where they had asked; a restart loses nothing of it."""
    bo = Person("bo", closed=True)
    loopback.direct_channel(bo)
    elsewhere = loopback.add_guild("Elsewhere").channels[0]
    async with running_bot() as client:
        await set_up(loopback, guild, general, owner)
        said = await loopback.slash("ask", by=bo, at=general, question="is there a mobile library timetable")
        await loopback.submit(await loopback.press(said, "Ask a moderator", by=bo), by=bo, tell="yes")
        queue = await loopback.slash("knowledge unanswered", by=meg, at=general)
        case = await loopback.choose(queue, "is there a mobile", by=meg)
        why = await loopback.press(case, "Set aside", by=meg)
        await loopback.submit(why, by=meg, reason="The council has one on its website.")
        await loopback.eventually(lambda: client.context.unreached or None)
    async with running_bot() as client:
        await loopback.eventually(lambda: client.context.unreached or None)
        other = await loopback.slash("ask", by=bo, at=elsewhere, question="toilet map")
        first = await loopback.slash("ask", by=bo, at=general, question="toilet map")
        await loopback.eventually(lambda: first.exchange.followups or None)
        second = await loopback.slash("ask", by=bo, at=general, question="toilet map")

    assert "on its website" in first.text
    assert first.private
    assert not other.exchange.followups
    assert not second.exchange.followups
    assert loopback.world.threads == []
