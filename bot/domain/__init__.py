"""What things are and what is allowed: values and pure functions. No files, no clock, no network."""
