"""Writes targets.json: what Keras makes of every loss with targets of many shapes and values.

The models put out what comes in, through an activation, so that the loss is one of the given outputs. "refused" stands
where Keras throws, null where the loss is not a number.

Needs keras on TensorFlow. Run: python3 targets.py
"""

import json
import math
import os
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import numpy as np

LOSSES = {
    "sparseCategoricalCrossentropy": "sparse_categorical_crossentropy",
    "categoricalCrossentropy": "categorical_crossentropy",
    "categoricalHinge": "categorical_hinge",
    "binaryCrossentropy": "binary_crossentropy",
    "kullbackLeiblerDivergence": "kl_divergence",
    "hinge": "hinge",
    "squaredHinge": "squared_hinge",
    "poisson": "poisson",
    "meanSquaredLogarithmicError": "mean_squared_logarithmic_error",
    "meanSquaredError": "mean_squared_error",
    "meanAbsoluteError": "mean_absolute_error",
    "meanAbsolutePercentageError": "mean_absolute_percentage_error",
    "logcosh": "log_cosh",
    "cosineProximity": "cosine_similarity",
}

rows = 4
hot = np.eye(3)[[0, 2, 1, 1]]
pixels = np.arange(16).reshape(4, 2, 2) % 3
nan = float("nan")

OUTPUTS = {
    "classes": {
        "activation": "softmax",
        "shape": [3],
        "targets": {
            "labels": [0, 2, 1, 1],
            "labels in a column": [[0], [2], [1], [1]],
            "labels from 1 to 3": [1, 3, 2, 2],
            "labels and -1": [0, -1, 1, 1],
            "labels and 255": [0, 255, 1, 1],
            "labels and 0.5": [0, 0.5, 1, 1],
            "labels and NaN": [0, nan, 1, 1],
            "one-hot rows": hot,
            "soft rows": hot * 0.7 + 0.1,
            "one-hot rows in a further axis": hot[:, :, None],
            "one-hot rows of two": np.eye(2)[[0, 1, 1, 0]],
            "one-hot rows of four": np.eye(4)[[0, 3, 1, 0]],
            "one-hot rows and one of zeros": hot * [[1], [0], [1], [1]],
            "rows of several ones": np.array([[1, 1, 0], [0, 1, 1], [1, 0, 1], [0, 1, 0]]),
            "rows of -1 and 1": hot * 2 - 1,
            "rows of values": np.array([[0.5, -2, 3], [1, 4, -1], [0, 1.5, 2], [9, 0.1, 1]]),
            "rows of amounts": np.array([[0.5, 2, 3], [1, 4, 1], [0.25, 1.5, 2], [9, 0.1, 1]]),
            "rows with NaN": np.array([[0.5, nan, 3], [1, 4, 1], [0, 1.5, 2], [9, 0.1, 1]]),
        },
    },
    "unit": {
        "activation": "sigmoid",
        "shape": [1],
        "targets": {
            "labels": [0, 1, 1, 0],
            "labels in a column": [[0], [1], [1], [0]],
            "labels from 1 to 2": [1, 2, 2, 1],
            "labels of three": [0, 2, 1, 1],
            "labels of -1 and 1": [-1, 1, 1, -1],
            "labels and 255": [0, 255, 1, 1],
            "labels and NaN": [0, nan, 1, 1],
            "soft labels": [0.1, 0.9, 0.8, 0.3],
            "one-hot rows of two": np.eye(2)[[0, 1, 1, 0]],
            "values": [0.5, -2, 3, 1],
        },
    },
    "places": {
        "activation": "softmax",
        "shape": [2, 2, 3],
        "targets": {
            "labels": pixels,
            "labels in a column": pixels[..., None],
            "labels and 255": np.where(pixels == 2, 255, pixels),
            "one-hot rows": np.eye(3)[pixels],
            "one label a row": [0, 2, 1, 1],
            "one-hot rows, one a row": hot,
            "labels, flattened": pixels.reshape(4, 4),
            "rows of values": np.eye(3)[pixels] * 3 - 1,
        },
    },
}


def listed(values):
    """As JSON has it, NaN as a word."""
    flat = np.asarray(values, dtype="float64").ravel()
    return ["NaN" if math.isnan(value) else round(float(value), 6) for value in flat]


def measure(output, loss, targets):
    shape = output["shape"]
    x = np.cos(np.arange(rows * math.prod(shape))).reshape([rows, *shape]).astype("float32")
    layer = keras.layers.Dense(shape[-1], activation=output["activation"], use_bias=False)
    # The last layer hides the activation: Keras would take the logits before it, a softmax' ones even for a sigmoid.
    model = keras.Sequential([keras.Input(shape), layer, keras.layers.Reshape(shape)])
    layer.set_weights([np.eye(shape[-1])])
    try:
        model.compile(loss=loss, run_eagerly=True)
        value = float(model.evaluate(x, np.asarray(targets, dtype="float32"), verbose=0))
    except Exception:  # whatever Keras or TensorFlow throws
        return "refused"
    return value if math.isfinite(value) else None


reference = {}
for name, output in OUTPUTS.items():
    targets = output["targets"]
    reference[name] = {
        "activation": output["activation"],
        "shape": output["shape"],
        "targets": {
            kind: {"data": listed(values), "shape": list(np.shape(values))} for kind, values in targets.items()
        },
        "losses": {
            ours: {kind: measure(output, theirs, values) for kind, values in targets.items()}
            for ours, theirs in LOSSES.items()
        },
    }

Path(__file__).with_name("targets.json").write_text(json.dumps(reference, indent=1) + "\n")
