"""Those who were given what others were not are named."""

from bot.domain.dialogue.access import Meeting, equal_access


def test_what_only_one_was_given_is_a_warning() -> None:
    """The other asked too, and was told less."""
    access = equal_access(
        [Meeting("Ada", 1, 45, ("the budget", "the map")), Meeting("Bo", 2, 30, ("the map",))]
    )

    assert [one.organisation for one in access.unequal] == ["Ada"]
    assert access.everything == ("the budget", "the map")


def test_one_organisation_is_one_whoever_asked() -> None:
    """Case and spaces make no other organisation, and several meetings add up."""
    access = equal_access([Meeting("Ada's  Friends", 1, 45), Meeting("ada's friends", 2, 30)])

    assert [(one.meetings, one.minutes) for one in access.organisations] == [(2, 75)]


def test_who_was_not_met_is_named() -> None:
    """They asked, and no one has talked with them."""
    access = equal_access([Meeting("Ada", 1, 45), Meeting("Bo", 2)])

    assert access.not_met == ("Bo",)
    assert access.unequal == ()
