"""PDF files made for tests, by hand, so that each can be wrong in one thing."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_LOCKED = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >>".format("28" * 32)


def pdf_of(lines: Sequence[str], *, pages: int = 1, content: bytes = b"", encrypted: bool = False) -> bytes:
    """A PDF of pages that all have these lines, or this content; an encrypted one that no password opens."""
    words = " ".join(f"({line}) Tj T*" for line in lines)
    stream = zlib.compress(content or f"BT /F1 11 Tf 14 TL 50 800 Td {words} ET".encode("ascii"))
    first = 5
    kids = " ".join(f"{first + at} 0 R" for at in range(pages))
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(stream), stream),
        *[page.encode()] * pages,
    ]
    made, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    secret = f" /Encrypt {_LOCKED} /ID [<00> <00>]" if encrypted else ""
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R{secret} >>\nstartxref\n{len(made)}\n%%EOF"
    return made + head + table + tail.encode()
