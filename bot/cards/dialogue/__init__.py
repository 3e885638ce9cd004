"""What is said about early dialogue."""
