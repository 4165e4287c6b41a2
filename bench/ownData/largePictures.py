"""Writes photographs of 12 megapixels as JPEG, in two classes: python3 largePictures.py <folder> <count>

Compressing each would take minutes. So a few are compressed, with a restart marker after each row of blocks, and the others are made of
their rows: no two show the same, and files are as large as photographs are.
"""

import io
import pathlib
import re
import sys

import numpy as np
from PIL import Image

folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
WIDTH, HEIGHT, COMPRESSED, BANDS = 4000, 3000, 12, 6
rng = np.random.default_rng(1)


def photograph():
    """Soft colours, and the grain of a camera."""
    colours = Image.fromarray(rng.integers(0, 256, (6, 8, 3), dtype=np.uint8)).resize((WIDTH // 2, HEIGHT // 2), Image.BICUBIC)
    grain = rng.integers(-20, 21, (HEIGHT // 2, WIDTH // 2, 1), dtype=np.int16)
    pixels = np.clip(np.asarray(colours) + grain, 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pixels).resize((WIDTH, HEIGHT), Image.NEAREST).save(out, "JPEG", quality=80, restart_marker_rows=1)
    return out.getvalue()


def parted(jpeg):
    """What stands before the first row, and the rows."""
    scan = jpeg.index(b"\xff\xda")
    start = scan + 2 + int.from_bytes(jpeg[scan + 2 : scan + 4], "big")
    return jpeg[:start], re.split(rb"\xff[\xd0-\xd7]", jpeg[start:-2])


parts = [parted(photograph()) for _ in range(COMPRESSED)]
rows = len(parts[0][1])
for number in range(count):
    picked = []
    for band in np.array_split(np.arange(rows), BANDS):
        source = parts[rng.integers(COMPRESSED)][1]
        shift = rng.integers(rows)
        picked += [source[(row + shift) % rows] for row in band]
    # Eight markers take turns.
    body = b"".join(row + bytes([0xFF, 0xD0 + at % 8]) for at, row in enumerate(picked))[:-2]
    place = folder / ("day", "night")[number % 2]
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{number}.jpg").write_bytes(parts[0][0] + body + b"\xff\xd9")
