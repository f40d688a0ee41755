"""Digests of texts: short, and the same in every process and on every machine, as Python's own hashes are not."""

from __future__ import annotations

from hashlib import blake2b


def digest(text: str) -> int:
    """Sixty-four bits of BLAKE2b (RFC 7693) over the text in UTF-8, as a number from 0."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
