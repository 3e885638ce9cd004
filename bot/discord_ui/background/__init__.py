"""What goes on by itself: the outbox worker, reminders, the role check, housekeeping."""
