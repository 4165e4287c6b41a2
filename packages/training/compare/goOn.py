"""goOn.py FOLDER: trains what minibatch trained for three epochs for three more."""

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
with open(os.path.join(folder, "training.json")) as file:
    training = json.load(file)
y = np.asarray(training["y"])
x = np.asarray(training["x"], "float32").reshape(len(y), -1)
losses = {}
for name in training["losses"]:
    keras.utils.clear_session()
    model = keras.models.load_model(os.path.join(folder, f"{name}.half.keras"))
    losses[name] = model.fit(x, y, batch_size=8, epochs=3, shuffle=False, verbose=0).history["loss"]
with open(os.path.join(folder, "rest.json"), "w") as file:
    json.dump(losses, file)
