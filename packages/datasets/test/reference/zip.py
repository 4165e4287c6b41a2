"""Writes zip.json: an archive by Python's zipfile with a comment, an extra field and the comment of a member, and what is in it.

Run it in this folder: python3 zip.py
"""

import base64
import io
import json
import zipfile

date = (2026, 1, 1, 0, 0, 0)
contents = {"plain.txt": "stored as it is", "folder/packed.txt": "a" * 1000}

file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    archive.comment = b"two members"
    plain = zipfile.ZipInfo("plain.txt", date)
    plain.extra = b"\x99\x99\x02\x00ab"
    archive.writestr(plain, contents["plain.txt"])
    packed = zipfile.ZipInfo("folder/packed.txt", date)
    packed.compress_type = zipfile.ZIP_DEFLATED
    packed.comment = b"of a member"
    archive.writestr(packed, contents["folder/packed.txt"])
    members = [
        {
            "name": member.filename,
            "method": "stored" if member.compress_type == zipfile.ZIP_STORED else "deflated",
            "bytes": member.file_size,
            "packed": member.compress_size,
            "crc32": member.CRC,
        }
        for member in archive.infolist()
    ]

with open("zip.json", "w") as reference:
    json.dump(
        {"base64": base64.b64encode(file.getvalue()).decode(), "members": members, "contents": contents}, reference
    )
