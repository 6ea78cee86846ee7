"""Texts as vectors: the encoder protocol, the table of encoders, the bundled Dutch model."""

from assistant.embed.encoder import ANY_OTHER, ENCODERS, Encoder, make_encoder

__all__ = ["ANY_OTHER", "ENCODERS", "Encoder", "make_encoder"]
