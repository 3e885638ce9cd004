"""Moderators keep the answers right in Discord: through the real client, with every button."""

from typing import Any

import pytest

from bot.discord_ui.commands import router
from bot.domain.actor import Actor, Role
from tests.discord_ui.conftest import RunningBot
from tests.discord_ui.moderators import moderator, published, set_up
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Guild, Person


async def asked(loopback: LoopbackDiscord, person: Person, at: Channel) -> str:
    """What someone is told about staff transfers there."""
    return (await loopback.slash("ask", by=person, at=at, question="staff transfer")).text


PLANNING = "planning permission\nhow do we get planning permission"
"""Phrasings with which TUPE is found no more, and planning permission is."""


async def test_a_moderators_story(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    ada: Person,
    meg: Person,
    sam: Person,
) -> None:
    """Edited, held back, agreed to, live here and not elsewhere, and taken back."""
    elsewhere = loopback.add_guild("Elsewhere").channels[0]
    async with running_bot():
        await set_up(loopback, guild, general, owner)
        rules = await loopback.slash("knowledge rules", by=meg, at=general)
        must = await loopback.press(rules, "Add or change", by=meg)
        await loopback.submit(must, by=meg, question="what is tupe", entry_id="tupe", reason="Jobs.")

        form = await loopback.slash("knowledge edit", by=meg, at=general, answer="tupe")
        draft = await loopback.submit(
            form, by=meg, title="Planning permission for a hall", short_answer="Ask the planning officer."
        )
        questions = await loopback.press(draft, "Questions", by=meg)
        draft = await loopback.submit(questions, by=meg, questions=PLANNING)
        gate = await loopback.press(draft, "See what it would do", by=meg)
        assert "“what is tupe”: `tupe` → no answer" in gate.text
        assert "“planning permission”: no answer → `tupe`" in gate.text
        assert "Must be answered, and would suffer" in gate.text
        assert "A second moderator must agree" in gate.text
        assert "Publish" not in gate.labels
        why = await loopback.press(gate, "Ask a second moderator", by=meg)
        await loopback.submit(why, by=meg, reason="Fewer phrasings.")
        assert "assigned" in await asked(loopback, ada, general)

        waiting = await loopback.slash("knowledge review", by=sam, at=general)
        seen = await loopback.choose(waiting, "Second moderator: tupe", by=sam)
        assert f"<@{meg.id}>" in seen.text
        live = await loopback.press(seen, "Agree and publish", by=sam)
        assert "Live now" in live.text
        planning = await loopback.slash("ask", by=ada, at=general, question="planning permission")
        assert "Ask the planning officer." in planning.text
        assert "assigned" in await asked(loopback, ada, elsewhere)

        back = await loopback.press(live, "Take it back", by=sam)
        restored = await loopback.submit(back, by=sam, reason="It was better.")
        assert "Version 2" in restored.text
        assert "assigned" in await asked(loopback, ada, general)
        history = await loopback.press(restored, "History", by=sam)

    assert "edited by" in history.text
    assert "restored by" in history.text
    assert loopback.world.complaints == []


async def test_work_that_ends_just_after_somebody_was_told_to_wait_is_shown(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    meg: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A person who is told that it takes a while sees the result, however soon that is."""
    monkeypatch.setattr(router, "SAY_SO", 0.0)
    async with running_bot():
        await set_up(loopback, guild, general, owner)
        form = await loopback.slash("knowledge edit", by=meg, at=general, answer="tupe")
        draft = await loopback.submit(form, by=meg, short_answer="Staff keep their terms.")
        gate = await loopback.press(draft, "See what it would do", by=meg)
        assert await loopback.eventually(lambda: "Publish" in gate.labels or None)


async def test_long_work_is_left_where_the_host_wants_us_to_stop(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    meg: Person,
) -> None:
    """The person who is waiting is told, and finds the draft as it was."""
    async with running_bot() as client:
        await set_up(loopback, guild, general, owner)
        form = await loopback.slash("knowledge edit", by=meg, at=general, answer="tupe")
        draft = await loopback.submit(form, by=meg, short_answer="Staff keep their terms.")
        client.context.leaving.set()
        left = await loopback.press(draft, "See what it would do", by=meg)
        client.context.leaving.clear()
        gate = await loopback.press(draft, "See what it would do", by=meg)

    assert "I am being restarted" in left.text
    assert "Publish" in gate.labels


async def test_a_draft_outlives_a_closed_form_and_a_restart(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    ada: Person,
    meg: Person,
) -> None:
    """All that was sent is saved, sound or not; the buttons still work."""
    async with running_bot():
        await set_up(loopback, guild, general, owner)
        form = await loopback.slash("knowledge edit", by=meg, at=general, answer="tupe")
        refused = await loopback.submit(form, by=meg, short_answer="x" * 500)
        assert "shorten it to 400" in refused.text
    async with running_bot():
        again = await loopback.slash("knowledge edit", by=meg, at=general, answer="tupe")
        assert again.exchange.modal is not None
        held = again.exchange.modal["components"][1]["component"]["value"]
        draft = await loopback.submit(again, by=meg, short_answer="Better.")
        gate = await loopback.press(draft, "See what it would do", by=meg)
        await published(loopback, gate, meg)
        told = await asked(loopback, ada, general)

    assert held == "x" * 500
    assert "Better." in told


async def test_the_second_of_two_editors_sees_both_versions(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    meg: Person,
    sam: Person,
) -> None:
    """Nothing is overwritten until they say so."""
    async with running_bot():
        await set_up(loopback, guild, general, owner)
        gates = []
        for person, words in ((meg, "Hers, I think."), (sam, "His, I think.")):
            form = await loopback.slash("knowledge edit", by=person, at=general, answer="tupe")
            draft = await loopback.submit(form, by=person, short_answer=words)
            gates.append(await loopback.press(draft, "See what it would do", by=person))
        await published(loopback, gates[0], meg)
        conflict = await published(loopback, gates[1], sam)
        assert "Someone published first" in conflict.text
        assert "[-Hers,-] {+His,+}" in conflict.text
        gate = await loopback.press(conflict, "Keep my words over theirs", by=sam)
        done = await published(loopback, gate, sam)

    assert "Version 2" in done.text


COMMANDS: dict[str, dict[str, Any]] = {
    "show": {"answer": "tupe"},
    "edit": {"answer": "tupe"},
    "add": {"answer": "new-one"},
    "retire": {"answer": "tupe"},
    "restore": {"answer": "tupe", "version": 0},
    "history": {"answer": "tupe"},
    "diff": {"answer": "tupe"},
    "review": {},
    "unanswered": {},
    "suggestions": {},
    "test": {},
    "export": {},
    "import": {},
    "rules": {},
}


async def test_nobody_else_can_do_anything(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    ada: Person,
    meg: Person,
) -> None:
    """A member, a commissioner and another server's moderator: commands, forged buttons, forged forms."""
    elsewhere = loopback.add_guild("Elsewhere")
    stranger, commissioner = moderator(elsewhere, "stranger"), Person("commissioner")
    guild.give(commissioner, "Commissioners")
    async with running_bot() as client:
        await set_up(loopback, guild, general, owner)
        form = await loopback.slash("knowledge edit", by=meg, at=general, answer="tupe")
        draft = await loopback.submit(form, by=meg, short_answer="Hers.")
        gate = await loopback.press(draft, "See what it would do", by=meg)
        why = await loopback.press(gate, "Publish", by=meg)
        for person in (ada, commissioner, stranger):
            for command, options in COMMANDS.items():
                refused = await loopback.slash(f"knowledge {command}", by=person, at=general, **options)
                assert "Only this server's moderators" in refused.text, (person.name, command)
            for label in gate.labels:
                assert "Only this server's moderators" in (await loopback.press(gate, label, by=person)).text
            assert "Only this" in (await loopback.submit(form, by=person, short_answer="Mine.")).text
            assert "Only this" in (await loopback.submit(why, by=person, reason="Because.")).text
        by = Actor(meg.id, guild.id, frozenset({Role.MODERATOR}))
        kept = client.app.knowledge.drafting.mine(by=by)

    assert [draft.fields["body"][:5] for draft in kept] == ["Hers."]


async def test_a_reader_suggests_a_change(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    ada: Person,
    meg: Person,
) -> None:
    """A button under the answer; without a name unless they give it."""
    async with running_bot():
        await set_up(loopback, guild, general, owner)
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        form = await loopback.press(said, "Suggest a change", by=ada)
        thanks = await loopback.submit(form, by=ada, wrong="The **law** changed.", source="gov.uk")
        listed = await loopback.slash("knowledge suggestions", by=meg, at=general)
        one = await loopback.choose(listed, "tupe: The **law**", by=meg)
        suggestion = one.text
        await loopback.press(one, "Edit the answer", by=meg)  # and leaves the form
        still = await loopback.slash("knowledge suggestions", by=meg, at=general)
        await loopback.press(one, "Done", by=meg)
        after = await loopback.slash("knowledge suggestions", by=meg, at=general)

    assert "without your name" in thanks.text
    assert "no name given" in suggestion
    assert "The \\*\\*law\\*\\* changed" in suggestion
    assert "1 from readers" in still.text
    assert "0 from readers" in after.text


async def test_every_form_and_card_fits_discord(
    loopback: LoopbackDiscord,
    running_bot: RunningBot,
    guild: Guild,
    general: Channel,
    owner: Person,
    ada: Person,
    meg: Person,
) -> None:
    """Long texts, every part of an entry, every list and form: Discord complains of none."""
    async with running_bot():
        await set_up(loopback, guild, general, owner)
        for number in range(30):
            question = f"nobody knows {number} {'very ' * 60}well about {'xyz'[number % 3]}{number * 7}"
            await loopback.slash("ask", by=Person("somebody"), at=general, question=question)
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        form = await loopback.press(said, "Suggest a change", by=ada)
        await loopback.submit(form, by=ada, wrong="w" * 1000, source="s" * 300, credit="yes")
        for command, options in COMMANDS.items():
            first = await loopback.slash(f"knowledge {command}", by=meg, at=general, **options)
            for label in [] if first.exchange.modal else Reading(first.message).labels[:30]:
                shown = await loopback.slash(f"knowledge {command}", by=meg, at=general, **options)
                reading = Reading(shown.message)
                if label in reading.labels:
                    pressed = any(button["label"] == label for button in reading.buttons())
                    await (loopback.press if pressed else loopback.choose)(shown, label, by=meg)
        form = await loopback.slash("knowledge edit", by=meg, at=general, answer="notice-of-ending-funding")
        draft = await loopback.submit(form, by=meg, short_answer="a " * 199, rest="word " * 700)
        gate = await loopback.press(draft, "See what it would do", by=meg)
        await published(loopback, gate, meg)
        await loopback.slash("knowledge history", by=meg, at=general, answer="notice-of-ending-funding")
        await loopback.slash("knowledge diff", by=meg, at=general, answer="notice-of-ending-funding")
        offered = await loopback.complete("knowledge edit", "fund", by=meg, at=general, option="answer")

    assert loopback.world.complaints == []
    assert [choice["value"] for choice in offered] == ["notice-of-ending-funding"]
