"""Everything that people can do, by what it is about; each is a value (see `bot.domain.verb`)."""
