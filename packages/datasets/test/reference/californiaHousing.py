"""Writes californiaHousing.json: how Keras splits California housing, of made numbers in the place of its file.

Run it in this folder: python3 californiaHousing.py
"""

import json
import tempfile
from pathlib import Path

import numpy as np
from keras.src.datasets import california_housing

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "california_housing.npz"
    rows = np.arange(20640.0)
    np.savez(path, x=rows[:, None] * 10 + np.arange(8.0), y=rows)
    california_housing.get_file = lambda *args, **options: str(path)
    (x_train, y_train), (x_test, y_test) = california_housing.load_data()

reference = {
    "trainShape": x_train.shape,
    "testShape": x_test.shape,
    "trainRows": y_train[:20].astype(int).tolist(),
    "lastTrainRow": int(y_train[-1]),
    "testRows": y_test[:20].astype(int).tolist(),
    "firstRow": x_train[0].tolist(),
}
with open("californiaHousing.json", "w") as file:
    json.dump(reference, file)
    file.write("\n")
