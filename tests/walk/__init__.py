"""Presses every button and sends every form that people meet, in a world that holds some of everything."""
