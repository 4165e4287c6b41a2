"""Writes augment.json: a small image moved, turned, slanted, zoomed and mirrored by Keras. Run: python3 augment.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
from keras.src.legacy.preprocessing.image import ImageDataGenerator

rng = np.random.default_rng(5)
height, width, channels = 7, 7, 2  # a square: Keras turns others about a point beside their centre
image = rng.integers(0, 256, (height, width, channels))

cases = []
for fill in ["nearest", "constant"]:
    generator = ImageDataGenerator(fill_mode=fill, cval=0)
    for down, right, theta, flip, shear, across, below in [
        (0, 0, 0, True, 0, 1, 1),
        (2, -3, 0, False, 0, 1, 1),
        (-4, 5, 0, True, 0, 1, 1),
        (0, 0, 30, False, 0, 1, 1),
        (0, 0, -75, True, 0, 1, 1),
        (1, -2, 20, True, 0, 1, 1),
        (0, 0, 0, False, 20, 1, 1),
        (0, 0, 0, False, 0, 0.75, 1.25),
        (0, 0, 0, True, -25, 1.4, 1.4),
        (1, -2, 20, False, 15, 0.9, 1.1),
        (-1, 2, -40, True, -10, 1.25, 0.75),
    ]:
        result = generator.apply_transform(
            image.astype("float32"),
            {"tx": right, "ty": down, "theta": theta, "shear": shear, "zx": across, "zy": below, "flip_horizontal": flip},
        )
        cases.append({"fill": fill, "down": down, "right": right, "degrees": theta, "shear": shear,
                      "zoom": {"across": across, "down": below}, "flip": flip,
                      "result": result.astype(float).ravel().tolist()})
values = {
    "versions": {"keras": keras.__version__, "numpy": np.__version__},
    "shape": [height, width, channels],
    "image": image.ravel().tolist(),
    "cases": cases,
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(values, indent=1) + "\n")
