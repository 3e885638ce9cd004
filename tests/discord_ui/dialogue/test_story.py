"""A charity and a commissioner book a conversation in Discord, through the real client."""

from datetime import UTC, datetime

from icalendar import Calendar

from bot.discord_ui.client import Client
from tests.discord_ui.dialogue.people import asked, free_tuesdays, said_in, told
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Person
from tests.refused import was_refused
from tests.terminal import Time

DAY_BEFORE, HOUR_BEFORE = datetime(2026, 11, 30, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, 9, 1, tzinfo=UTC)


async def test_the_whole_story(
    loopback: LoopbackDiscord, client: Client, general: Channel, notes: Channel, ada: Person, carol: Person,
    mo: Person, now: Time,
) -> None:  # fmt: skip
    """From the request to a confirmed record, with what each is told on the way."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    assert sent.private
    assert "Request 1 is with the commissioners" in sent.text
    await loopback.eventually(lambda: said_in(loopback, general, "New request: number 1"))
    await offer_thursday(loopback, carol, general)
    await book_thursday(loopback, ada, carol)
    await move_to_tuesday(loopback, ada, carol)
    for moment, who, said in ((DAY_BEFORE, ada, "is tomorrow"), (HOUR_BEFORE, carol, "is in an hour")):
        now.comes_to(moment)
        client.context.performed.set()
        await told(loopback, who, f"your conversation {said}")
    now.comes_to(datetime(2026, 12, 1, 11, tzinfo=UTC))
    await write_the_record(loopback, carol, general)
    await confirm_the_record(loopback, ada, carol)

    waits = await told(loopback, ada, "Please read the record of conversation 1")
    summary = await loopback.press_id(waits, f"p:@{general.guild_id}:publish-record:1", by=mo)
    assert "Posted: the summary of conversation 1" in summary.text
    posted = await loopback.eventually(lambda: said_in(loopback, notes, "We talked."))
    assert "Budget is flat" not in Reading(posted).text
    assert loopback.world.complaints == []


async def offer_thursday(loopback: LoopbackDiscord, carol: Person, at: Channel) -> None:
    """The commissioner takes the request from the queue and offers a time in words, which is said back."""
    queue = await loopback.slash("dialogue queue", by=carol, at=at)
    opened = await loopback.choose(queue, "1. Ada's Friends", by=carol)
    taken = await loopback.press(opened, "Take it on", by=carol)
    form = await loopback.press(taken, "Offer times", by=carol)
    check = await loopback.submit(form, by=carol, time1="Thursday 3 December 2026 at 2pm", time2="", time3="")
    assert "Nothing has been offered yet" in check.text
    await loopback.press(check, "Offer them", by=carol)


async def book_thursday(loopback: LoopbackDiscord, ada: Person, carol: Person) -> None:
    """The charity takes it from a direct message; both are told, with a file, and have a thread."""
    offer = await told(loopback, ada, "Times for your request 1")
    booked = await loopback.choose(offer, "Thursday 3 December, 2pm", by=ada)
    assert "Booked: conversation 1" in booked.text
    for person in (ada, carol):
        message = await told(loopback, person, "Booked: conversation 1")
        assert Calendar.from_ical(message.files["conversation-1.ics"])["method"] == "REQUEST"
        assert f"<t:{int(datetime(2026, 12, 3, 14, tzinfo=UTC).timestamp())}:F>" in Reading(message).text
    (thread,) = loopback.world.threads
    assert thread.members == {ada.id, carol.id}
    first = Reading(loopback.world.in_channel(thread)[0]).text
    assert "Moderators and others who can manage threads in this server can read it too" in first


async def move_to_tuesday(loopback: LoopbackDiscord, ada: Person, carol: Person) -> None:
    """The commissioner moves it from their own message; the calendar entry moves with it."""
    before = await told(loopback, carol, "Booked: conversation 1")
    moving = await loopback.press(before, "Move", by=carol)
    moved = await loopback.choose(moving, "Tuesday 1 December, 10am", by=carol)
    assert "Moved: conversation 1" in moved.text
    after = await told(loopback, ada, "Moved")
    (old,) = Calendar.from_ical(before.files["conversation-1.ics"]).walk("vevent")
    (new,) = Calendar.from_ical(after.files["conversation-1.ics"]).walk("vevent")
    assert (new["uid"], new["sequence"]) == (old["uid"], 1)


async def write_the_record(loopback: LoopbackDiscord, carol: Person, at: Channel) -> None:
    """In two steps."""
    booking = await loopback.slash("dialogue booking", by=carol, at=at, number=1)
    held = await loopback.press(booking, "It took place", by=carol)
    form = await loopback.press(held, "Write the record", by=carol)
    half = await loopback.submit(form, by=carol, people="Carol; Ada", given="Budget is flat")
    form = await loopback.press(half, "Go on", by=carol)
    promise = "charity: send figures by 8 December 2026"
    record = await loopback.submit(form, by=carol, published="We talked.", commitments=promise)
    assert "with the charity" in record.text


async def confirm_the_record(loopback: LoopbackDiscord, ada: Person, carol: Person) -> None:
    """The other side has confirmed it, and cannot post the summary."""
    waits = await told(loopback, ada, "Please read the record of conversation 1")
    read = await loopback.press(waits, "See the record", by=ada)
    confirmed = await loopback.press(read, "Confirm", by=ada)
    assert "confirmed" in confirmed.text
    assert await told(loopback, carol, "The record of conversation 1 is confirmed")
    refused = await loopback.press_id(confirmed.message, "p:publish-record:1", by=ada)
    assert was_refused(refused.text)


async def test_an_answer_leads_to_the_form(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person
) -> None:
    """The subject of the answer is filled in already."""
    answer = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
    form = await loopback.press(answer, "Book a conversation about this", by=ada)
    before = await loopback.submit(form, by=ada, organisation="Ada's Friends")
    last = await loopback.press(before, "Go on", by=ada)
    sent = await loopback.submit(last, by=ada)
    opened = await loopback.press_id(sent.message, "p:request:1", by=ada)

    assert "About the answer “What happens to staff when a service moves?”" in opened.text
