"""What is refused in Discord, and what is kept of what was typed."""

from icalendar import Calendar

from bot.discord_ui.client import Client
from tests.discord_ui.dialogue.people import asked, free_tuesdays, told
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Guild, Message, Person
from tests.refused import was_refused


async def test_forged_presses_are_refused(
    loopback: LoopbackDiscord, client: Client, guild: Guild, general: Channel, ada: Person, carol: Person
) -> None:
    """Someone else's request and booking, another server's, and what a commissioner can do."""
    await free_tuesdays(loopback, carol, general)
    sent = await asked(loopback, ada, general)
    eve = Person("eve")
    for forged in (
        "request:1", "claim:1", "slots:1", f"book:1:{carol.id}:29941020", "withdraw:1", "offer:1",
        "decline:1", "dialogue-queue", "service-add", "availability-add", "access:1", "booking:1", "move:1",
        "cancel:1",
        "record:1", "confirm-record:1", "book:1:x:y", "offer-send:1:99999999999999999",
        "@123456789012345678:request:1", "book", "hand-over:1:2", "hand-over:1", "history:1",
    ):  # fmt: skip
        refused = await loopback.press_id(sent.message, f"p:{forged}", by=eve)
        assert was_refused(refused.text), forged

    direct = loopback.direct_channel(eve)
    stray = Message(direct, {})
    loopback.world.messages[stray.id] = stray
    guild.left.add(eve.id)
    for forged in (f"p:@{guild.id}:request:1", "p:request:1"):
        assert was_refused((await loopback.press_id(stray, forged, by=eve)).text)


async def test_after_a_service_closes_nothing_books_it(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person, carol: Person
) -> None:
    """Neither a command, nor a button posted before, nor an offer made before, nor the move of a booking."""
    await free_tuesdays(loopback, carol, general)
    form = await loopback.slash("service add", by=carol, at=general)
    values = {"title": "Youth support", "authority": "Riverside", "stage": "open"}
    service = await loopback.submit(form, by=carol, **values, route="the portal, reference 77")
    first = await asked(loopback, ada, general, service="1")
    slots = await loopback.press(first, "Times to choose from", by=ada)
    booked = await loopback.choose(slots, "Tuesday 1 December, 9am", by=ada)
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

    moved = await loopback.choose(moving.message, "Tuesday 1 December, 10am", by=ada)
    assert was_refused(moved.text)
    for refused in (
        await loopback.press(second, "Times to choose from", by=bo),
        await loopback.slash("dialogue slots", by=bo, at=general, request=2),
        await loopback.press_id(second.message, f"p:book:2:{carol.id}:29941020", by=bo),
    ):
        assert was_refused(refused.text)
    asking = await loopback.submit(opened, by=bo, organisation="Bo's Club", about="youth", service="1")
    assert was_refused(asking.text)
    assert "the portal, reference 77" in asking.text


async def test_what_has_to_be_mended_is_kept(
    loopback: LoopbackDiscord, client: Client, general: Channel, ada: Person, carol: Person
) -> None:
    """A sentence says what, and the form opens again with all that was typed."""
    form = await loopback.slash("availability add", by=carol, at=general)
    told_so = await loopback.submit(form, by=carol, on="Tuesday", hours="12:00 to 09:00")
    assert "The end, 9am, is not after the start, midday" in told_so.text
    again = await loopback.press(told_so, "Fix it", by=carol)
    mended = await loopback.submit(again, by=carol, hours="09:00 to 12:00")
    assert "every Tuesday, 9am to midday" in mended.text

    form = await loopback.slash("dialogue request", by=ada, at=general)
    long = await loopback.submit(form, by=ada, organisation="Ada's Friends", about="x" * 10_000)
    assert "10,000 characters, and 1,000 fit" in long.text
    again = await loopback.press(long, "Fix it", by=ada)
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
