"""What people fill in about an answer."""

from bot.domain.forms import form, paragraph, yes_or_no


@form
class ReferForm:
    """A question for the moderators. `tell` where the person wants to hear what comes of it."""

    question: str = paragraph()
    tell: bool = yes_or_no(default=False)
