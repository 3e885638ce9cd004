"""The answers as static web pages, which anyone can host."""
