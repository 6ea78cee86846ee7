"""Pixels to PNG, by the standard library alone."""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = {1: 0, 3: 2}
"""Channels -> the colour type of PNG (ISO/IEC 15948, 11.2.2): grey, or red, green and blue."""
_EFFORT = 3
_INCHES_PER_METRE = 39.3701


def write_png(pixels: bytes | memoryview, width: int, height: int, channels: int, dpi: float) -> bytes:
    """Give a PNG of rows of 8-bit samples, from the top; every row has `len(pixels) / height` bytes.

    `channels` is 1 (grey) or 3 (red, green, blue). What a row has beyond its width is left out.
    """
    view = memoryview(pixels).cast("B")
    stride, used = len(view) // height, width * channels
    packer = zlib.compressobj(_EFFORT)
    parts = []
    for row in range(height):
        parts.append(packer.compress(b"\0"))
        parts.append(packer.compress(view[row * stride : row * stride + used]))
    parts.append(packer.flush())
    each = round(dpi * _INCHES_PER_METRE)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack("!IIBBBBB", width, height, 8, _COLOURS[channels], 0, 0, 0)),
            _chunk(b"pHYs", struct.pack("!IIB", each, each, 1)),
            _chunk(b"IDAT", b"".join(parts)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(content, zlib.crc32(name))
    return struct.pack("!I", len(content)) + name + content + struct.pack("!I", check)
