"""What the command that fits the limits says after each step."""

from bot.domain.retrieval import Limits
from bot.services.release import Done, Step


def step_line(done: Done) -> str:
    """One step that is done."""
    match done.step:
        case Step.PHRASINGS:
            return f"Encoded {done.count} phrasings."
        case Step.PARTS:
            return f"Kept {done.file}, made of {done.count} phrasings."
        case Step.HELP:
            return f"Trained {done.file} for {done.count} help cards."
        case Step.HEADS:
            return f"Trained {done.file} for {done.count} entries and signposts."
        case Step.LIMITS:
            return f"Fitted the limits with the encoder: {_figures(done.limits)}."
        case Step.LIMITS_WITHOUT:
            return f"Fitted the limits without the encoder: {_figures(done.limits)}."


def _figures(limits: Limits | None) -> str:
    return f"floor {limits.floor:.2f}, sure {limits.sure:.2f}, safe {limits.safe:.2f}" if limits else ""
