"""The engine as it is shipped: words, encoder, heads and limits."""

from pathlib import Path

from bot.domain.engine import Engine
from bot.storage.encoder import can_encode, shipped_encoder
from bot.storage.engine_settings import OWN, SETTINGS, WITH_ENCODER, WITHOUT_ENCODER, read_limits
from bot.storage.heads import HELP_WITH_ENCODER, HELP_WITHOUT, read_heads, read_help_head
from bot.storage.heads import WITH_ENCODER as HEADS_WITH_ENCODER
from bot.storage.heads import WITHOUT as HEADS_WITHOUT
from bot.storage.prebuilt import fingerprint_of, read_parts
from bot.storage.vocabulary import read_vocabulary
from bot.storage.word_vectors import read_word_vectors


def read_engine(folder: Path, *, encoder: bool = True) -> Engine:
    """All that the engine knows apart from the entries of this folder.

    Without `encoder`, and where onnxruntime cannot be had, it goes by words alone. Nothing large is read
    before it is needed.
    """
    vocabulary = read_vocabulary(folder)
    if encoder and can_encode():
        return Engine(
            vocabulary,
            read_word_vectors,
            read_limits(SETTINGS, WITH_ENCODER),
            own=read_limits(SETTINGS, OWN),
            encoder=shipped_encoder,
            heads=lambda: read_heads(HEADS_WITH_ENCODER),
            help_head=lambda: read_help_head(HELP_WITH_ENCODER),
            parts=lambda some: read_parts(fingerprint_of(some, vocabulary), shipped_encoder().kept),
        )
    limits = read_limits(SETTINGS, WITHOUT_ENCODER)
    return Engine(
        vocabulary,
        read_word_vectors,
        limits,
        heads=lambda: read_heads(HEADS_WITHOUT),
        help_head=lambda: read_help_head(HELP_WITHOUT),
        parts=lambda some: read_parts(fingerprint_of(some, vocabulary), None),
    )
