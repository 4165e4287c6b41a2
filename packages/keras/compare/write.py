"""write.py FOLDER: saves every model of models.py as .keras and .h5 with random weights, and what it answers, into FOLDER."""

import gc
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import numpy as np
from models import LAYERS, MODELS

# What was imported stays: clear_session collects garbage, which would walk all of it for each model.
gc.freeze()


def random_weights(model, rng):
    for weight in model.weights:
        if "seed" in weight.path:
            continue
        low, high = (0.5, 1.5) if "variance" in weight.path else (-0.5, 0.5)
        scale = 1 if len(weight.shape) < 2 else (3 / max(3, np.prod(weight.shape[:-1]))) ** 0.5 * 1.4
        weight.assign(rng.uniform(low, high, weight.shape) * scale)


def random_input(tensor, rng):
    shape = [2, *tensor.shape[1:]]
    if "int" in tensor.dtype:
        return rng.integers(0, 5, shape).astype("int32")
    values = rng.uniform(-1, 1, shape).astype("float32")
    if len(shape) == 3:
        values[:, 3:] = 0  # for layers that mask
    return values


def array(value):
    return {"shape": list(value.shape), "dtype": str(value.dtype), "data": np.asarray(value, "float64").ravel().tolist()}


folder = sys.argv[1]
index = []
for group, cases in [("layer", LAYERS), ("model", MODELS)]:
    for name, makes in cases.items():
        for i, make in enumerate(makes):
            rng = np.random.default_rng(len(index))
            keras.utils.clear_session()
            keras.utils.set_random_seed(len(index))
            model = make()
            random_weights(model, rng)
            inputs = [random_input(tensor, rng) for tensor in model.inputs]
            file = f"{name}-{i}"
            try:
                outputs = model(inputs if len(inputs) > 1 else inputs[0])
            except Exception as error:  # Not every layer runs on every machine.
                print("left out", file, type(error).__name__, str(error)[:200], file=sys.stderr)
                continue
            outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
            model.save(os.path.join(folder, file + ".keras"))
            model.save(os.path.join(folder, file + ".h5"))
            index.append({"group": group, "name": name, "file": file, "inputs": [array(x) for x in inputs], "outputs": [array(np.asarray(x)) for x in outputs]})
with open(os.path.join(folder, "index.json"), "w") as file:
    json.dump(index, file)
print(len(index), "models written by Keras", keras.__version__)
