"""Work that happens by itself: the outbox worker, reminders, the role check, housekeeping."""
