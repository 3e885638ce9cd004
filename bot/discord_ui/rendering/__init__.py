"""Cards as layouts and forms as modals, within Discord's limits."""
