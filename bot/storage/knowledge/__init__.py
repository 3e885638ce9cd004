"""What keeping the answers right is kept in."""
