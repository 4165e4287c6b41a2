"""Writes npz.json: archives as NumPy saves them, in base64, and what scikit-learn makes of their columns.

Run it in this folder: python3 npz.py
"""

import base64
import io
import json

import numpy as np
from sklearn.preprocessing import StandardScaler


def saved(*listed, save=np.savez_compressed, **arrays):
    file = io.BytesIO()
    save(file, *listed, **arrays)
    return base64.b64encode(file.getvalue()).decode()


def pictures(rows):
    """Pixel (row, y, x) is a number that tells them apart."""
    row, y, x = np.meshgrid(np.arange(rows), np.arange(4), np.arange(5), indexing="ij")
    return ((row * 20 + y * 5 + x) % 256).astype(np.uint8)


train, test = pictures(40), pictures(52)[40:]
labels = np.arange(52) % 3
columns = np.stack([np.arange(40.0) ** 1.5, np.sin(np.arange(40.0)), np.zeros(40)], axis=1)
gaps = columns.copy()
gaps[3, 1] = np.nan
keras = {"x_train": train, "y_train": labels[:40].astype(np.uint8), "x_test": test, "y_test": labels[40:].astype(np.uint8)}
cases = {
    "keras": saved(**keras),
    "floats": saved(images=(train / 255).astype(np.float32), labels=labels[:40]),
    "channelsFirst": saved(X=np.stack([train, 255 - train, train // 2], axis=1), y=labels[:40, None]),
    "oneHot": saved(data=train, target=np.eye(3)[labels[:40]]),
    "digits": saved(data=train.reshape(40, 20), images=train, target=labels[:40], feature_names=np.array(["a", "b"])),
    "medmnist": saved(
        train_images=train,
        train_labels=labels[:40, None],
        val_images=test,
        val_labels=labels[40:, None],
        test_images=test,
        test_labels=labels[40:, None],
    ),
    "columns": saved(save=np.savez, x=columns, y=columns[:, 0] * 2 + 0.5),
    "gaps": saved(x=gaps, y=labels[:40]),
    "positional": saved(train, labels[:40], save=np.savez),
    "negative": saved(x=train.astype(np.float32) - 100, y=labels[:40]),
    "five": saved(x=np.zeros((40, 2, 2, 2, 2)), y=labels[:40]),
    "rgba": saved(x=np.ones((40, 5, 6, 4), np.uint8) * 7, y=labels[:40]),
    "short": saved(x=train, y=labels[:39]),
    "ages": saved(x=train, y=np.arange(40) / 4),
}
reference = {"cases": cases, "columns": columns.tolist(), "scaled": StandardScaler().fit_transform(columns).tolist()}
with open("npz.json", "w") as file:
    json.dump(reference, file)
    file.write("\n")
