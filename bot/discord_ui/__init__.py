"""Discord as a front end: it shows cards as layouts and forms as modals, and carries what people press."""
