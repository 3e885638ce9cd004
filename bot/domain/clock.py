"""Time as it is handed in, so that tests can tell it."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Tells the time, aware."""
