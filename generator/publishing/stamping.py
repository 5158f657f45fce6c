"""Makes a ZIM file the same for the same content: its ids, which libzim draws by lot, are made from its bytes.

Three ids differ from run to run: that of the file, and those of the two Xapian databases in it. Their places are found
as the format lays them down (wiki.openzim.org/wiki/ZIM_file_format); the checksum at the end is made anew.
"""

from __future__ import annotations

import hashlib
import mmap
import struct
import uuid
from collections.abc import Iterator
from pathlib import Path

NAMESPACE = uuid.UUID("0f0f4a5e-6c0a-5c7e-9d5e-3f5b7f2f7d11")
HEADER = struct.Struct("<IHH16sII4QIIQ")
FILE_ID = 8
"""Where the id of the file stands."""
ID = 16
"""Bytes of an id."""
DATABASES = (b"fulltext/xapian", b"title/xapian")
"""Paths of the databases, in the namespace X."""
XAPIAN = b"\x0f\rXapian Glass"
"""How a Xapian database begins; two bytes of its version follow, then its id."""
PLAIN = 1
"""The kind of a cluster whose bytes are not compressed."""


def stamp(path: Path) -> None:
    """Give the ZIM file at `path` ids that are made from everything else in it."""
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as data:
        *_, checksum = HEADER.unpack_from(data)
        places = (FILE_ID, *_database_ids(data))
        for place in places:
            data[place : place + ID] = bytes(ID)
        digest = hashlib.sha256(memoryview(data)[:checksum]).hexdigest()
        for place in places:
            data[place : place + ID] = uuid.uuid5(NAMESPACE, f"{digest}/{place}").bytes
        data[checksum : checksum + ID] = hashlib.md5(
            memoryview(data)[:checksum], usedforsecurity=False
        ).digest()


def _database_ids(data: mmap.mmap) -> Iterator[int]:
    """Yield where the ids of the Xapian databases stand."""
    _, _, _, _, count, _, paths, _, clusters, *_ = HEADER.unpack_from(data)
    for (entry,) in struct.iter_unpack("<Q", data[paths : paths + 8 * count]):
        namespace, cluster, blob = struct.unpack_from("<3xc4xII", data, entry)
        path = data[entry + 16 : data.find(b"\0", entry + 16)]
        if namespace == b"X" and path in DATABASES:
            (start,) = struct.unpack_from("<Q", data, clusters + 8 * cluster)
            yield _blob(data, start, blob) + len(XAPIAN) + 2


def _blob(data: mmap.mmap, cluster: int, number: int) -> int:
    """Return where a blob of an uncompressed cluster begins."""
    kind = data[cluster]
    wide = bool(kind & 0x10)
    size = 8 if wide else 4
    (offset,) = struct.unpack_from("<Q" if wide else "<I", data, cluster + 1 + size * number)
    start = cluster + 1 + int(offset)
    assert kind & 0x0F == PLAIN, "libzim stores its indexes uncompressed"
    assert data[start : start + len(XAPIAN)] == XAPIAN, "a Xapian database begins as one"
    return start
