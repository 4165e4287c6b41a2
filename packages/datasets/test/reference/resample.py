"""Means of areas in double precision, and as Pillow's BOX filter rounds them: resample.json.

python3 -m pip install pillow numpy; python3 resample.py
"""

import json
import pathlib

import numpy as np
from PIL import Image

rng = np.random.default_rng(17)


def shares(old, new):
    """How much of each new pixel each old one covers."""
    edges = np.arange(new + 1) * old / new
    pixels = np.arange(old)
    covered = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return np.clip(covered, 0, None) * new / old


scales = []
for channels, old, new in (
    (3, (9, 13), (4, 5)),
    (3, (36, 52), (9, 4)),
    (1, (16, 16), (4, 4)),
    (3, (7, 5), (1, 1)),
    (4, (30, 41), (7, 40)),
    (1, (3, 4), (8, 6)),
    (3, (5, 5), (5, 5)),
):
    values = rng.integers(0, 256, (*old, channels))
    means = np.einsum("yi,xj,ijc->yxc", shares(old[0], new[0]), shares(old[1], new[1]), values)
    # Where sizes do not divide, Pillow counts pixels of the edge wholly or not at all.
    whole = old[0] % new[0] == 0 and old[1] % new[1] == 0
    boxed = [
        np.asarray(Image.fromarray(values[..., c].astype(np.uint8)).resize(new[::-1], Image.BOX))
        for c in range(channels)
    ]
    scales.append(
        {
            "channels": channels,
            "from": old,
            "to": new,
            "values": values.reshape(-1).tolist(),
            "means": np.round(means, 6).reshape(-1).tolist(),
            "box": np.dstack(boxed).astype(int).reshape(-1).tolist() if whole else None,
        }
    )
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"scales": scales}) + "\n")
