"""What is kept: SQLite through sqlite-utils, and the knowledge files. The only layer that touches a disk."""
