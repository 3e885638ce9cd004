"""A charity and a commissioner book a conversation in Discord, through the real client."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from bot.discord_ui.client import Client
from bot.domain.actor import Actor
from bot.settings import Settings
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading, Said
from tests.loopback.world import Channel, Guild, Message, Person
from tests.terminal import Time

DAY_BEFORE, HOUR_BEFORE = datetime(2026, 11, 30, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, 9, 1, tzinfo=UTC)


@pytest.fixture
def now() -> Time:
    """A clock that the test moves."""
    return Time()


@pytest.fixture
def notes(guild: Guild) -> Channel:
    """Where published notes go, and where private threads hang."""
    return guild.add_channel("notes")


@pytest.fixture
def carol(guild: Guild) -> Person:
    """A commissioner, once the server is set up."""
    person = Person("carol")
    guild.give(person, "Commissioners")
    return person


@pytest.fixture
def mo(guild: Guild) -> Person:
    """A moderator, once the server is set up."""
    person = Person("mo")
    guild.give(person, "Moderators")
    return person


@pytest.fixture
async def client(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    notes: Channel,
    owner: Person,
    ada: Person,
    carol: Person,
    mo: Person,
) -> AsyncIterator[Client]:
    """A running bot in a server that is set up, and people who take direct messages."""
    for person in (ada, carol, mo):
        loopback.direct_channel(person)
    async with running_bot() as started:
        card = await loopback.slash("setup", by=owner, at=general)
        form = await loopback.press(card, "Roles and channels", by=owner)
        roles = {"moderators": guild.role("Moderators"), "commissioners": guild.role("Commissioners")}
        await loopback.submit(form, by=owner, **roles, queue=general.id, notes=notes.id)
        yield started


async def told(loopback: LoopbackDiscord, person: Person, title: str) -> Message:
    """Wait for the direct message with that title."""
    channel = loopback.direct_channel(person)

    def look() -> Message | None:
        return next((m for m in loopback.world.in_channel(channel) if title in Reading(m).text), None)

    return await loopback.eventually(look)


async def free_tuesdays(loopback: LoopbackDiscord, carol: Person, at: Channel) -> Said:
    """The commissioner could talk on Tuesday mornings."""
    form = await loopback.slash("availability add", by=carol, at=at)
    return await loopback.submit(form, by=carol, on="Tuesday", hours="09:00 to 12:00")


async def asked(
    loopback: LoopbackDiscord, person: Person, at: Channel, organisation: str = "Ada's Friends", **more: str
) -> Said:
    """Somebody asks for a conversation, in both steps."""
    form = await loopback.slash("dialogue request", by=person, at=at)
    before = await loopback.submit(
        form, by=person, organisation=organisation, about="what happens to staff", **more
    )
    assert "Before you ask" in before.text
    last = await loopback.press(before, "Go on", by=person)
    return await loopback.submit(last, by=person, access_needs="captions")


async def test_the_whole_story(
    loopback: LoopbackDiscord, client: Client, general: Channel, notes: Channel, ada: Person, carol: Person,
    mo: Person, now: Time,
) -> None:  # fmt: skip
    """From the request to a confirmed record, with what each is told on the way."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    assert sent.private
    assert "Request 1 is with the commissioners" in sent.text
    await loopback.eventually(lambda: _with(loopback, general, "Request 1 waits"))
    await offer_thursday(loopback, carol, general)
    await book_thursday(loopback, ada, carol)
    await move_to_tuesday(loopback, ada, carol)
    for moment, who, said in ((DAY_BEFORE, ada, "is tomorrow"), (HOUR_BEFORE, carol, "is in an hour")):
        now.comes_to(moment)
        client.postman.look()
        await told(loopback, who, f"your conversation {said}")
    now.comes_to(datetime(2026, 12, 1, 11, tzinfo=UTC))
    await write_the_record(loopback, carol, general)
    await confirm_the_record(loopback, ada, carol)

    waits = await told(loopback, ada, "A record waits for you")
    summary = await loopback.press_id(waits, f"p:@{general.guild_id}:publish-record:1", by=mo)
    assert "confirmed" in summary.text
    posted = await loopback.eventually(lambda: _with(loopback, notes, "We talked."))
    assert "Budget is flat" not in Reading(posted).text
    assert loopback.world.complaints == []


async def offer_thursday(loopback: LoopbackDiscord, carol: Person, at: Channel) -> None:
    """The commissioner takes the request from the queue and offers a time in words, which is said back."""
    queue = await loopback.slash("dialogue queue", by=carol, at=at)
    opened = await loopback.choose(queue, "1. Ada's Friends", by=carol)
    taken = await loopback.press(opened, "Take it on", by=carol)
    form = await loopback.press(taken, "Offer times", by=carol)
    check = await loopback.submit(form, by=carol, time1="Thursday 3 December 2026 at 2pm", time2="", time3="")
    assert "Nothing is offered yet" in check.text
    await loopback.press(check, "Offer them", by=carol)


async def book_thursday(loopback: LoopbackDiscord, ada: Person, carol: Person) -> None:
    """The charity takes it from a direct message; both are told, with a file, and have a thread."""
    offer = await told(loopback, ada, "Times for your request 1")
    booked = await loopback.choose(offer, "Thu 3 Dec 2026, 14:00 GMT", by=ada)
    assert "Booked: conversation 1" in booked.text
    for person in (ada, carol):
        message = await told(loopback, person, "Booked: conversation 1")
        assert Calendar.from_ical(message.files["conversation-1.ics"])["method"] == "REQUEST"
        assert f"<t:{int(datetime(2026, 12, 3, 14, tzinfo=UTC).timestamp())}:F>" in Reading(message).text
    (thread,) = loopback.world.threads
    assert thread.members == {ada.id, carol.id}
    first = Reading(loopback.world.in_channel(thread)[0]).text
    assert "Moderators and others who may manage threads in this server can read it too" in first


async def move_to_tuesday(loopback: LoopbackDiscord, ada: Person, carol: Person) -> None:
    """The commissioner moves it from their own message; the calendar entry moves with it."""
    before = await told(loopback, carol, "Booked: conversation 1")
    moving = await loopback.press(before, "Move", by=carol)
    moved = await loopback.choose(moving, "Tue 1 Dec 2026, 10:00", by=carol)
    assert "Moved: conversation 1" in moved.text
    after = await told(loopback, ada, "Moved")
    (old,) = Calendar.from_ical(before.files["conversation-1.ics"]).walk("vevent")
    (new,) = Calendar.from_ical(after.files["conversation-1.ics"]).walk("vevent")
    assert (new["uid"], new["sequence"]) == (old["uid"], 1)


async def write_the_record(loopback: LoopbackDiscord, carol: Person, at: Channel) -> None:
    """In two steps."""
    booking = await loopback.slash("dialogue booking", by=carol, at=at, number=1)
    held = await loopback.press(booking, "It was held", by=carol)
    form = await loopback.press(held, "Write the record", by=carol)
    half = await loopback.submit(form, by=carol, people="Carol; Ada", given="Budget is flat")
    form = await loopback.press(half, "Go on", by=carol)
    promise = "charity: send figures by 8 December 2026"
    record = await loopback.submit(form, by=carol, published="We talked.", commitments=promise)
    assert "with the charity" in record.text


async def confirm_the_record(loopback: LoopbackDiscord, ada: Person, carol: Person) -> None:
    """The other side stands by it, and cannot post the summary."""
    waits = await told(loopback, ada, "A record waits for you")
    read = await loopback.press(waits, "See the record", by=ada)
    confirmed = await loopback.press(read, "Confirm", by=ada)
    assert "confirmed" in confirmed.text
    assert await told(loopback, carol, "The record of conversation 1 is confirmed")
    refused = await loopback.press_id(confirmed.message, "p:publish-record:1", by=ada)
    assert "did not work" in refused.text


async def test_an_answer_leads_to_the_form(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person
) -> None:
    """What the answer is about stands in it already."""
    answer = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
    form = await loopback.press(answer, "Book a conversation about this", by=ada)
    before = await loopback.submit(form, by=ada, organisation="Ada's Friends")
    last = await loopback.press(before, "Go on", by=ada)
    sent = await loopback.submit(last, by=ada)
    opened = await loopback.press_id(sent.message, "p:request:1", by=ada)

    assert "About the answer “What happens to staff when a service moves?”" in opened.text


async def test_closed_messages_lead_to_the_thread(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person, carol: Person
) -> None:
    """Who takes no direct messages is told in the private thread; nobody else is told."""
    ada.closed = True
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    slots = await loopback.press(sent, "Times to choose from", by=ada)
    await loopback.choose(slots, "Tue 1 Dec 2026, 09:00", by=ada)
    (thread,) = await loopback.eventually(lambda: loopback.world.threads or None)

    said = await loopback.eventually(lambda: _with(loopback, thread, "Booked: conversation 1"))
    assert f"For <@{ada.id}>" in Reading(said).text
    assert await loopback.press(said, "Move", by=ada)


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
    await loopback.choose(slots, "Tue 1 Dec 2026, 09:00", by=ada)

    report = await told(loopback, carol, "I could not reach the other side")
    assert "About conversation 1 they were not told this: booked" in Reading(report).text


async def test_a_message_is_sent_once_though_the_bot_restarts(
    loopback: LoopbackDiscord, client: Client, running_bot: RunningBot, settings: Settings, general: Channel,
    ada: Person, carol: Person,
) -> None:  # fmt: skip
    """A message that Discord took and that was not settled is not shown twice."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    slots = await loopback.press(sent, "Times to choose from", by=ada)
    await loopback.choose(slots, "Tue 1 Dec 2026, 09:00", by=ada)
    await told(loopback, ada, "Booked: conversation 1")
    await told(loopback, carol, "Booked: conversation 1")
    await client.close()
    with sqlite3.connect(settings.database) as database:
        database.execute("update outbox set state = 'due', settled_at = null where news = 'booked'")
    database.close()
    async with running_bot():
        await loopback.eventually(lambda: None if due(settings) else True)

    for person in (ada, carol):
        inbox = loopback.world.in_channel(loopback.direct_channel(person))
        assert sum("Booked: conversation 1" in Reading(m).text for m in inbox) == 1


def due(settings: Settings) -> int:
    """How many messages are to be told by now."""
    with sqlite3.connect(settings.database) as database:
        sql = "select count(*) from outbox where state = 'due' and news <> 'reminder'"
        (count,) = database.execute(sql).fetchone()
    database.close()
    return int(count)


async def test_forged_presses_are_refused(
    loopback: LoopbackDiscord, client: Client, guild: Guild, general: Channel, ada: Person, carol: Person
) -> None:
    """Somebody else's request and booking, another server's, and what a commissioner may do."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    eve = Person("eve")
    for forged in (
        "request:1", "claim:1", "slots:1", f"book:1:{carol.id}:29941020", "withdraw:1", "offer:1",
        "decline:1", "dialogue-queue", "service-add", "availability-add", "access:1", "booking:1", "move:1",
        "cancel:1",
        "record:1", "confirm-record:1", "book:1:x:y", "offer-send:1:99999999999999999",
        "@123456789012345678:request:1", "book", "hand-over:1:2",
    ):  # fmt: skip
        refused = await loopback.press_id(sent.message, f"p:{forged}", by=eve)
        assert "That did not work" in refused.text, forged

    direct = loopback.direct_channel(eve)
    stray = Message(direct, {})
    loopback.world.messages[stray.id] = stray
    guild.left.add(eve.id)
    for forged in (f"p:@{guild.id}:request:1", "p:request:1"):
        assert "That did not work" in (await loopback.press_id(stray, forged, by=eve)).text


async def test_after_a_service_closes_nothing_books_it(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person, carol: Person
) -> None:
    """Neither a command, nor a button posted before, nor an offer made before, nor the move of a booking."""
    await free_tuesdays(loopback, carol, general)
    form = await loopback.slash("service add", by=carol, at=general)
    values = {"title": "Youth support", "authority": "Riverside", "stage": "engagement open"}
    service = await loopback.submit(form, by=carol, **values, route="the portal, reference 77")
    first = await asked(loopback, ada, general, service="1")
    slots = await loopback.press(first, "Times to choose from", by=ada)
    booked = await loopback.choose(slots, "Tue 1 Dec 2026, 09:00", by=ada)
    moving = await loopback.press(booked, "Move", by=ada)
    bo = Person("bo")
    loopback.direct_channel(bo)
    second = await asked(loopback, bo, general, "Bo's Club", service="1")
    opened = await loopback.slash("dialogue request", by=bo, at=general)

    closed = await loopback.press(service, "A tender notice is out: close", by=carol)
    assert "1 booking was cancelled" in closed.text
    cancelled = await told(loopback, ada, "Cancelled: conversation 1")
    assert "the portal, reference 77" in Reading(cancelled).text
    assert Calendar.from_ical(cancelled.files["conversation-1.ics"])["method"] == "CANCEL"

    moved = await loopback.choose(moving.message, "Tue 1 Dec 2026, 10:00", by=ada)
    assert "That did not work" in moved.text
    for refused in (
        await loopback.press(second, "Times to choose from", by=bo),
        await loopback.slash("dialogue slots", by=bo, at=general, request=2),
        await loopback.press_id(second.message, f"p:book:2:{carol.id}:29941020", by=bo),
    ):
        assert "That did not work" in refused.text
    before = await loopback.submit(opened, by=bo, organisation="Bo's Club", about="youth", service="1")
    last = await loopback.press(before, "Go on", by=bo)
    assert "the portal, reference 77" in (await loopback.submit(last, by=bo)).text


async def test_two_hundred_people_press_the_same_slot(
    loopback: LoopbackDiscord, client: Client, guild: Guild, general: Channel, carol: Person
) -> None:
    """One has it; each of the others is acknowledged in time and offered another, without an error."""
    await free_tuesdays(loopback, carol, general)
    posted = Message(general, {})
    loopback.world.messages[posted.id] = posted
    people = [Person(f"p{n}") for n in range(200)]
    assert client.app.dialogue is not None
    for person in people:
        loopback.direct_channel(person)
        typed = {"organisation": person.name, "about": "lunch clubs"}
        await client.call(client.app.dialogue.requests.ask, typed, by=Actor(person.id, guild.id))
    slot = f"{carol.id}:{int(datetime(2026, 12, 1, 9, tzinfo=UTC).timestamp()) // 60}"
    said = await asyncio.gather(
        *(
            loopback.press_id(posted, f"p:book:{number}:{slot}", by=person)
            for number, person in enumerate(people, 1)
        )
    )

    assert sum("Booked: conversation" in one.text for one in said) == 1
    refusals = [one for one in said if "That slot is not free any more" in one.text]
    assert len(refusals) == 199
    assert all("The next best is Tue 1 Dec 2026, 10:00" in one.text for one in refusals)
    assert max(one.exchange.acknowledged_after or 9 for one in said) < 3
    assert loopback.world.complaints == []


async def test_what_has_to_be_mended_is_kept(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person, carol: Person
) -> None:
    """A sentence says what, and the form opens again with all that was typed."""
    form = await loopback.slash("availability add", by=carol, at=general)
    told_so = await loopback.submit(form, by=carol, on="Tuesday", hours="12:00 to 09:00")
    assert "the end, 09:00, is not after the start, 12:00" in told_so.text
    again = await loopback.press(told_so, "Mend it", by=carol)
    mended = await loopback.submit(again, by=carol, hours="09:00 to 12:00")
    assert "every Tuesday, 09:00 to 12:00" in mended.text

    form = await loopback.slash("dialogue request", by=ada, at=general)
    long = await loopback.submit(form, by=ada, organisation="Ada's Friends", about="x" * 10_000)
    assert "10,000 characters; 1,000 fit" in long.text
    again = await loopback.press(long, "Mend it", by=ada)
    before = await loopback.submit(again, by=ada, about="a shorter text")
    assert "Before you ask" in before.text
    reopened = await loopback.slash("dialogue request", by=ada, at=general)
    kept = await loopback.submit(reopened, by=ada)
    assert "Before you ask" in kept.text

    await loopback.press(kept, "Go on", by=ada)
    sent = await loopback.submit(await loopback.press(kept, "Go on", by=ada), by=ada)
    assert "Request 1 is with" in sent.text
    await loopback.press_id(sent.message, "p:claim:1", by=carol)
    for typed, said in (("soon", "no time of day"), ("31 June 2027 at 10:00", "June has 30 days")):
        offer = await loopback.press_id(sent.message, "p:offer:1", by=carol)
        refused = await loopback.submit(offer, by=carol, time1=typed)
        assert said in refused.text


def _with(loopback: LoopbackDiscord, channel: Channel, text: str) -> Message | None:
    """The message in a channel that says so, if it is there."""
    return next((m for m in loopback.world.in_channel(channel) if text in Reading(m).text), None)
