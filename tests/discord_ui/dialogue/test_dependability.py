"""Slots are given once and people are told once, whatever happens meanwhile."""

import asyncio
import sqlite3
from datetime import UTC, datetime

from bot.discord_ui.background.role_check import check_roles
from bot.discord_ui.client import Client
from bot.domain.actor import Actor
from bot.domain.dialogue.forms import SendRequestForm
from bot.settings import Settings
from tests.discord_ui.conftest import RunningBot
from tests.discord_ui.dialogue.people import asked, free_tuesdays, said_in, told
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Guild, Message, Person


async def test_closed_messages_lead_to_the_thread(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person, carol: Person
) -> None:
    """A person whose direct messages are closed is told in the private thread; no one else is told."""
    ada.closed = True
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    slots = await loopback.press(sent, "Times to choose from", by=ada)
    await loopback.choose(slots, "Tuesday 1 December, 9am", by=ada)
    (thread,) = await loopback.eventually(lambda: loopback.world.threads or None)

    said = await loopback.eventually(lambda: said_in(loopback, thread, "Booked: conversation 1"))
    assert f"For <@{ada.id}>" in Reading(said).text
    assert await loopback.press(said, "Move", by=ada)


async def test_a_connection_that_breaks_loses_no_message(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person, carol: Person
) -> None:
    """Both are told of the booking when the connection is back."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    slots = await loopback.press(sent, "Times to choose from", by=ada)
    loopback.world.cut_messages = 3
    await loopback.choose(slots, "Tuesday 1 December, 9am", by=ada)
    await loopback.eventually(lambda: True if loopback.world.cut_messages == 0 else None)
    client.context.performed.set()

    assert await told(loopback, ada, "Booked: conversation 1")
    assert await told(loopback, carol, "Booked: conversation 1")


async def test_closed_messages_lead_to_a_thread_of_ones_own(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person, carol: Person
) -> None:
    """Messages before there is a booking arrive too, and all of them in one place."""
    ada.closed = True
    sent = await asked(loopback, ada, general)
    await loopback.press_id(sent.message, "p:claim:1", by=carol)
    (thread,) = await loopback.eventually(lambda: loopback.world.threads or None)
    await loopback.eventually(lambda: said_in(loopback, thread, "Request 1 was taken on"))
    form = await loopback.press_id(sent.message, "p:decline:1", by=carol)
    await loopback.submit(form, by=carol, text="not my field")
    said = await loopback.eventually(lambda: said_in(loopback, thread, "not my field"))

    assert "can read this too" in Reading(said).text
    assert thread.members == {ada.id}
    loopback.world.threads.clear()
    await asked(loopback, ada, general)
    await loopback.press_id(sent.message, "p:claim:2", by=carol)
    (again,) = await loopback.eventually(lambda: loopback.world.threads or None)
    assert await loopback.eventually(lambda: said_in(loopback, again, "Request 2 was taken on"))


async def test_a_freed_slot_is_not_told_in_the_thread_of_those_who_had_it(
    loopback: LoopbackDiscord,
    client: Client,
    settings: Settings,
    general: Channel,
    ada: Person,
    carol: Person,
) -> None:
    """A waiting person whose direct messages are closed has a thread of their own; the two learn nothing."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    slots = await loopback.press(sent, "Times to choose from", by=ada)
    booked = await loopback.choose(slots, "Tuesday 1 December, 9am", by=ada)
    (thread,) = await loopback.eventually(lambda: loopback.world.threads or None)
    bo = Person("bo", closed=True)
    loopback.direct_channel(bo)
    await asked(loopback, bo, general, "Bo's Club")
    form = await loopback.press(booked, "Cancel", by=ada)
    await loopback.submit(form, by=ada, text="ill")
    await told(loopback, carol, "Cancelled: conversation 1")

    own = await loopback.eventually(
        lambda: next((one for one in loopback.world.threads if one.members == {bo.id}), None)
    )
    assert await loopback.eventually(lambda: said_in(loopback, own, "A time has come free"))
    assert said_in(loopback, thread, "A time has come free") is None


async def test_a_thread_that_was_begun_is_finished_after_a_restart(
    loopback: LoopbackDiscord, client: Client, running_bot: RunningBot, settings: Settings, general: Channel,
    ada: Person, carol: Person,
) -> None:  # fmt: skip
    """The process died after Discord made the thread: both are let in, and are told who can read it."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    slots = await loopback.press(sent, "Times to choose from", by=ada)
    await loopback.choose(slots, "Tuesday 1 December, 9am", by=ada)
    await told(loopback, carol, "Booked: conversation 1")
    await client.close()
    (thread,) = loopback.world.threads
    thread.members.clear()
    for message in loopback.world.in_channel(thread):
        del loopback.world.messages[message.id]
    with sqlite3.connect(settings.database) as database:
        database.execute("update notices set state = 'due', settled_at = null where kind = 'room'")
    database.close()
    async with running_bot():
        await loopback.eventually(lambda: said_in(loopback, thread, "can read it too"))

    assert thread.members == {ada.id, carol.id}
    assert loopback.world.threads == [thread]


async def test_who_cannot_be_told_is_reported_to_the_other_side(
    loopback: LoopbackDiscord, client: Client, guild: Guild, general: Channel, notes: Channel, ada: Person,
    carol: Person,
) -> None:  # fmt: skip
    """No direct messages and no thread: the commissioner hears that the charity has not."""
    ada.closed = True
    for channel in (general, notes):
        channel.denied = 1 << 36
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    slots = await loopback.press(sent, "Times to choose from", by=ada)
    await loopback.choose(slots, "Tuesday 1 December, 9am", by=ada)

    report = await told(loopback, carol, "I could not reach the other side")
    assert "They do not know this about conversation 1: it was booked" in Reading(report).text


async def test_a_message_is_sent_once_though_the_bot_restarts(
    loopback: LoopbackDiscord, client: Client, running_bot: RunningBot, settings: Settings, general: Channel,
    ada: Person, carol: Person,
) -> None:  # fmt: skip
    """A message that Discord took and that was not settled is not shown twice."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    slots = await loopback.press(sent, "Times to choose from", by=ada)
    await loopback.choose(slots, "Tuesday 1 December, 9am", by=ada)
    await told(loopback, ada, "Booked: conversation 1")
    await told(loopback, carol, "Booked: conversation 1")
    await client.close()
    with sqlite3.connect(settings.database) as database:
        database.execute("update notices set state = 'due', settled_at = null where kind = 'booked'")
    database.close()
    async with running_bot():
        await loopback.eventually(lambda: None if due(settings) else True)

    for person in (ada, carol):
        inbox = loopback.world.in_channel(loopback.direct_channel(person))
        assert sum("Booked: conversation 1" in Reading(m).text for m in inbox) == 1


def due(settings: Settings) -> int:
    """How many messages are to be told by now."""
    with sqlite3.connect(settings.database) as database:
        sql = "select count(*) from notices where state = 'due' and kind <> 'reminder'"
        (count,) = database.execute(sql).fetchone()
    database.close()
    return int(count)


async def test_it_leaves_though_there_is_something_to_deliver(client: Client) -> None:
    """A look that crosses the leaving does not keep the bot."""
    for _ in range(3):
        await asyncio.sleep(0.02)
        client.context.performed.set()
    async with asyncio.timeout(4):
        await client.close()

    assert client.is_closed()


async def test_two_hundred_people_press_the_same_slot(
    loopback: LoopbackDiscord, client: Client, guild: Guild, general: Channel, carol: Person
) -> None:
    """One has it; each of the others is acknowledged in time and offered another, without an error."""
    await free_tuesdays(loopback, carol, general)
    posted = Message(general, {})
    loopback.world.messages[posted.id] = posted
    people = [Person(f"p{n}") for n in range(200)]
    for person in people:
        loopback.direct_channel(person)
        typed = SendRequestForm(organisation=person.name, about="lunch clubs")
        await client.disk.call(client.app.dialogue.requests.ask, typed, by=Actor(person.id, guild.id))
    slot = f"{carol.id}:{int(datetime(2026, 12, 1, 9, tzinfo=UTC).timestamp()) // 60}"
    said = await asyncio.gather(
        *(
            loopback.press_id(posted, f"p:book:{number}:{slot}", by=person)
            for number, person in enumerate(people, 1)
        )
    )

    assert sum("Booked: conversation" in one.text for one in said) == 1
    refusals = [one for one in said if "That time is not free any more" in one.text]
    assert len(refusals) == 199
    assert all("The next best is Tuesday 1 December, 10am" in one.text for one in refusals)
    assert max(one.exchange.acknowledged_after or 9 for one in said) < 3
    assert loopback.world.complaints == []


async def test_who_loses_the_role_cannot_be_booked(
    loopback: LoopbackDiscord, client: Client, guild: Guild, general: Channel, ada: Person, carol: Person
) -> None:
    """The owner can; no one has to tell the bot."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    await check_roles(client.context)
    some = await loopback.press(sent, "Times to choose from", by=ada)
    assert "Tuesday 1 December, 9am" in some.labels

    guild.given[carol.id].clear()
    await check_roles(client.context)
    none = await loopback.slash("dialogue slots", by=ada, at=general, request=1)
    assert "No time to choose from yet" in none.text
    late = await loopback.choose(some, "Tuesday 1 December, 9am", by=ada)
    assert "That time is not free any more" in late.text
