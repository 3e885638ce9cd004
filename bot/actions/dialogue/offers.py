"""Handlers of the times that a request can be booked for."""

from bot.actions.dialogue.here import dialogue, own_zone
from bot.actions.here import Here
from bot.actions.registry import Result, handles, handles_form
from bot.cards.card import Form
from bot.cards.dates import moment
from bot.cards.dialogue.booking_forms import offer_form
from bot.cards.dialogue.bookings import booked_card, offer_check_card, offered_card, taken_card, times_card
from bot.cards.filled import fix_card
from bot.domain.dialogue.bookings import MOST_OFFERED
from bot.domain.dialogue.forms import OfferForm
from bot.domain.errors import Invalid
from bot.domain.forms import Reading
from bot.domain.verbs.dialogue.bookings import Book, Offer, SeeTimes, SendOffer
from bot.services.dialogue.bookings import Taken


@handles(SeeTimes)
def see_times(verb: SeeTimes, here: Here) -> Result:
    """Show the times that a request can be booked for."""
    times = dialogue(here).offers.times(verb.number, by=here.by, page=verb.page)
    return times_card(times, own_zone(here), here.app.now())


@handles(Book)
def book(verb: Book, here: Here) -> Result:
    """Take a free slot for a request."""
    bookings = dialogue(here).bookings
    booked = bookings.book(verb.number, verb.commissioner_id, verb.starts_at, by=here.by)
    if isinstance(booked, Taken):
        return taken_card(booked, own_zone(here), here.app.now())
    return booked_card(booked)


def _open_offer(verb: Offer, here: Here) -> Form:
    services = dialogue(here)
    services.offers.can_offer(verb.number, by=here.by)
    free, zone = services.availability.free(MOST_OFFERED, by=here.by), own_zone(here)
    return offer_form(verb.number, [moment(slot.starts_at, zone) for slot in free])


def _in_own_zone(_verb: object, here: Here) -> Reading:
    return Reading(here.app.now(), own_zone(here))


@handles_form(Offer, OfferForm, opened_by=_open_offer, reading=_in_own_zone, goes_on=True)
def offer(verb: Offer, here: Here, filled: OfferForm) -> Result:
    """Say the times back before they are offered."""
    slots = dialogue(here).offers.check(verb.number, filled.starts, by=here.by)
    return offer_check_card(verb.number, slots, own_zone(here))


@handles(SendOffer)
def send_offer(verb: SendOffer, here: Here) -> Result:
    """Offer the times; where one has gone meanwhile, open the form again."""
    form = Offer(verb.number)
    try:
        slots = dialogue(here).offers.offer(verb.number, verb.starts, by=here.by)
    except Invalid as error:
        return fix_card(_open_offer(form, here), error.faults, form)
    here.app.drafts.drop(form.custom_id, by=here.by)
    return offered_card(verb.number, slots)
