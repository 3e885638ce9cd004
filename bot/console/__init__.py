"""The terminal as a front end: it prints cards and numbers their actions."""
