"""People ask in Discord: every button of an answer, through the real client."""

from bot.domain.actor import Actor
from tests.discord_ui.conftest import RunningBot
from tests.loopback.discord import LoopbackDiscord
from tests.loopback.said import Reading
from tests.loopback.world import Channel, Guild, Person
from tests.refused import was_refused


async def test_an_answer_is_private_and_whole(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Title, short answer, standing and source, for the asker's eyes only."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")

    assert said.private
    assert "What happens to staff when a service moves?" in said.text
    assert "Staff who are assigned to the service move with it." in said.text
    assert "Good practice, not a rule. Applies in England. Sources read in November 2026." in said.text
    assert "The Compact, paragraph 4.4" in said.text
    assert loopback.world.complaints == []


async def test_read_more_takes_the_place_of_the_short_answer(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """On a phone there is one message, not a heap of them."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        more = await loopback.press(said, "Read more", by=ada)

    assert "Tell bidders" in more.text
    assert more.message is said.message


async def test_an_answer_is_shared_once(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """The first press posts it under the asker's name; the second says that it is done."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        first = await loopback.press(said, "Share", by=ada)
        again = await loopback.press(said, "Share", by=ada)

    posted = loopback.world.in_channel(general)
    assert len(posted) == 1
    assert f"Shared by <@{ada.id}>" in Reading(posted[0]).text
    assert "Shared" in first.text
    assert "Already shared" in again.text


async def test_a_vote_can_be_changed(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, general: Channel, ada: Person
) -> None:
    """Pressing the other button changes it, and it counts for the version that was shown."""
    async with running_bot() as client:
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        voted = await loopback.press(said, "Helpful", by=ada)
        assert "Helpful (your vote)" in voted.labels
        changed = await loopback.press(voted, "Not helpful", by=ada)
        version = client.app.answering.finder.base(guild.id).entry("tupe").version
        votes = await client.disk.call(client.app.feedback.votes, "tupe", version, by=Actor(ada.id, guild.id))

    assert "Not helpful (your vote)" in changed.labels
    assert votes == (0, 1)


async def test_what_was_meant_instead_is_kept(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """The alternatives are offered, and the pick becomes feedback."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question="notice staff transfer")
        others = await loopback.press(said, "Not what I meant", by=ada)
        picked = await loopback.choose(others, "How much notice", by=ada)

    assert "At least three months" in picked.text


async def test_whoever_reads_on_can_still_say_what_they_think(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """From the rest and from the sources a button leads back to the vote and the share."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        more = await loopback.press(said, "Read more", by=ada)
        sources = await loopback.press(more, "Sources", by=ada)
        back = await loopback.press(sources, "Back to the answer", by=ada)
        before = back.labels
        shared = await loopback.press(back, "Share", by=ada)

    assert {"Helpful", "Not what I meant", "Share", "Ask a moderator"} <= set(before)
    assert "Everyone in this channel" in shared.text


async def test_the_reply_outlasts_a_vote_and_a_pick(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Someone else's question is answered with the entry that was meant, and as a reply to it."""
    async with running_bot():
        asked = await loopback.say("notice staff transfer", by=Person("bob"), at=general)
        preview = await loopback.menu("Answer this", asked, by=ada)
        voted = await loopback.press(preview, "Not helpful", by=ada)
        assert "Reply with this" in voted.labels
        others = await loopback.press(voted, "Not what I meant", by=ada)
        picked = await loopback.choose(others, "How much notice", by=ada)
        assert "Helpful" not in picked.labels, "a vote is on the answer that was found"
        read = await loopback.press(picked, "Sources", by=ada)
        back = await loopback.press(read, "Back to the answer", by=ada)
        await loopback.press(back, "Reply with this", by=ada)

    posted = loopback.world.in_channel(general)[-1]
    assert "At least three months" in Reading(posted).text
    assert posted.body["message_reference"]["message_id"] == str(asked.id)


async def test_two_questions_whose_answers_are_related_are_both_answered(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """The second answer leads on from the first, and is once in the list all the same."""
    async with running_bot():
        question = "What is TUPE? And how much notice before they stop our grant?"
        said = await loopback.slash("ask", by=ada, at=general, question=question)

    assert "Staff who are assigned" in said.text
    assert [label for label in said.labels if "How much notice" in label] == [
        "You also asked: How much notice should we get that funding will end?"
    ]


async def test_a_question_goes_to_the_moderators(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, general: Channel, ada: Person
) -> None:
    """The form holds what was asked; the person is remembered only because they chose so."""
    async with running_bot() as client:
        said = await loopback.slash("ask", by=ada, at=general, question="purple elephants")
        form = await loopback.press(said, "Ask a moderator", by=ada)
        sent = await loopback.submit(form, by=ada, tell="yes")
        waiting = await client.disk.call(client.app.feedback.waiting, by=Actor(ada.id, guild.id))

    assert "I will message you" in sent.text
    assert [referral.question for referral in waiting] == ["purple elephants"]


async def test_a_button_works_after_a_restart(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Its meaning is in its custom id, not in our memory; a form opened before can be sent after."""
    async with running_bot():
        said = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        form = await loopback.press(said, "Ask a moderator", by=ada)
    async with running_bot():
        more = await loopback.press(said, "Read more", by=ada)
        sent = await loopback.submit(form, by=ada)

    assert "Tell bidders" in more.text
    assert "Passed on" in sent.text


async def test_a_forged_button_is_refused_and_teaches_nothing(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Another server's answer, a verb that does not exist, and nonsense all get the same kind of refusal."""
    other = loopback.add_guild("Elsewhere").channels[0]
    async with running_bot():
        theirs = await loopback.slash("ask", by=Person("eve"), at=other, question="staff transfer")
        ours = await loopback.slash("ask", by=ada, at=general, question="staff transfer")
        vote = Reading(theirs.message).button("Helpful")["custom_id"]
        for forged in (
            vote,
            "p:dance:1",
            "p:",
            "p:vote:x:y",
            "p:share:99999999999999999999",
            "p:setup",
            "s:",
        ):
            refused = await loopback.press_id(ours.message, forged, by=ada)
            assert was_refused(refused.text), forged


async def test_autocomplete_offers_questions_that_people_ask(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Whole questions, 25 at most, and nothing odd for a bracket or a hundred characters."""
    async with running_bot():
        offered = await loopback.complete("ask", "inherit", by=ada, at=general)
        for odd in ("", "[", "x" * 100, "\\", "@everyone", "🎉"):
            assert len(await loopback.complete("ask", odd, by=ada, at=general)) <= 25

    assert offered[0]["name"] == "do we inherit the staff if we win"
    assert loopback.world.complaints == []


async def test_a_mention_is_answered_where_it_stands(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """No message-content intent is needed for that; an empty one gets the short help."""
    async with running_bot():
        asked = await loopback.say("what is tupe?", by=ada, at=general, mention=True)
        answer = await loopback.reply_to(asked)
        empty = await loopback.say("", by=ada, at=general, mention=True)
        helped = await loopback.reply_to(empty)

    assert "Staff who are assigned" in Reading(answer).text
    assert "What I can do" in Reading(helped).text


async def test_where_the_history_cannot_be_read_the_answer_stands_alone(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Discord takes no replies there, but it takes messages: mention and menu are answered all the same."""
    general.denied = 1 << 16
    async with running_bot():
        asked = await loopback.say("what is tupe", by=ada, at=general, mention=True)
        answer = await loopback.reply_to(asked)
        preview = await loopback.menu("Answer this", asked, by=ada)
        done = await loopback.press(preview, "Reply with this", by=ada)

    assert "Staff who are assigned" in Reading(answer).text
    assert "Everyone in this channel" in done.text
    assert len(loopback.world.in_channel(general)) == 3


async def test_a_direct_message_is_answered_and_only_counted(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, ada: Person
) -> None:
    """Nothing of it is kept but that someone asked."""
    async with running_bot():
        asked = await loopback.say("what is tupe?", by=ada, at=loopback.direct_channel(ada))
        answer = await loopback.reply_to(asked)

    assert "Staff who are assigned" in Reading(answer).text
    assert "Helpful" not in Reading(answer).labels


async def test_what_needs_a_server_says_so_before_anything_is_typed(
    loopback: LoopbackDiscord, running_bot: RunningBot, guild: Guild, ada: Person
) -> None:
    """In a direct message no button leads to itself, and no form opens that would be refused when sent."""
    async with running_bot():
        asked = await loopback.say("what is tupe?", by=ada, at=loopback.direct_channel(ada))
        answer = await loopback.reply_to(asked)
        booked = await loopback.press(answer, "Book a conversation", by=ada)
        suggested = await loopback.press(answer, "Suggest a change", by=ada)
        referred = await loopback.press_id(answer, "p:refer", by=ada)

    assert "Open the server" in booked.text
    assert "Open the server" in suggested.text
    assert "Open the server" in referred.text


async def test_somebody_elses_message_is_answered_from_its_menu(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """First a private preview, then a reply to the message."""
    async with running_bot():
        theirs = await loopback.say("do we inherit the staff if we win", by=Person("bo"), at=general)
        preview = await loopback.menu("Answer this", theirs, by=ada)
        assert preview.private
        await loopback.press(preview, "Reply with this", by=ada)
        reply = await loopback.reply_to(theirs)

    assert reply.body["message_reference"]["message_id"] == str(theirs.id)
    assert "Staff who are assigned" in Reading(reply).text


async def test_a_message_without_words_is_not_taken_for_a_question(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """A picture that someone wants answered: there is nothing to look for."""
    async with running_bot():
        picture = await loopback.say("", by=Person("bo"), at=general)
        said = await loopback.menu("Answer this", picture, by=ada)

    assert "no words in that message" in said.text
    assert said.private


async def test_the_way_back_is_kept(
    loopback: LoopbackDiscord, running_bot: RunningBot, general: Channel, ada: Person
) -> None:
    """Browsing leaves "I don't know" where it is, and leads from an answer back to its list."""
    async with running_bot():
        unknown = await loopback.slash("ask", by=ada, at=general, question="the weather in Leeds")
        subjects = await loopback.press(unknown, "Browse the answers", by=ada)
        listed = await loopback.choose(subjects, "1. ", by=ada)
        answer = await loopback.choose(listed, "The Great British", by=ada)
        again = await loopback.press(answer, "All on this subject", by=ada)
        passed_on = await loopback.press(unknown, "Ask a moderator", by=ada)

    assert again.text == listed.text
    assert passed_on.exchange.modal is not None
