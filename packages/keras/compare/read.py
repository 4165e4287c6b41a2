"""read.py FOLDER: loads the files that minibatch wrote into FOLDER, and compares what Keras answers with what it did before."""

import gc
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import keras
import numpy as np

# What was imported stays: clear_session collects garbage, which would walk all of it for each model.
gc.freeze()

folder = sys.argv[1]
with open(os.path.join(folder, "index.json")) as file:
    index = json.load(file)
results = {}
for case in index:
    for ending in [".keras", ".h5"]:
        path = os.path.join(folder, case["file"] + ".minibatch" + ending)
        try:
            keras.utils.clear_session()
            model = keras.models.load_model(path, compile=False)
            inputs = [np.asarray(x["data"], x["dtype"]).reshape(x["shape"]) for x in case["inputs"]]
            outputs = model(inputs if len(inputs) > 1 else inputs[0])
            outputs = outputs if isinstance(outputs, (list, tuple)) else [outputs]
            error = 0
            for found, expected in zip(outputs, case["outputs"], strict=True):
                expected = np.asarray(expected["data"]).reshape(expected["shape"])
                error = max(error, float(np.abs(np.asarray(found) - expected).max() / max(np.abs(expected).max(), 1e-30)))
            results[case["file"] + ending] = error
        except Exception as error:
            results[case["file"] + ending] = f"{type(error).__name__}: {str(error)[:300]}"
with open(os.path.join(folder, "read.json"), "w") as file:
    json.dump(results, file)
