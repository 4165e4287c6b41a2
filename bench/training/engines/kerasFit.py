"""Keras on TensorFlow or on JAX, by the argument: model.fit on arrays. Speaks the protocol of engineProcess.mjs: a line of JSON in, a line out."""

import json
import os
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
backend = sys.argv[1]
os.environ["KERAS_BACKEND"] = backend


def answer(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


try:
    import importlib

    library = importlib.import_module(backend)
    import keras
    import numpy as np
except ImportError as error:
    answer({"error": f"{error}: pip install keras {backend}"})
    sys.exit(0)


def build(spec):
    makers = {
        "conv": lambda l: keras.layers.Conv2D(l["filters"], 3, padding=l["padding"], activation="relu"),
        "pool": lambda l: keras.layers.MaxPooling2D(2),
        "flatten": lambda l: keras.layers.Flatten(),
        "dropout": lambda l: keras.layers.Dropout(l["rate"]),
        "dense": lambda l: keras.layers.Dense(l["units"], activation=l["activation"]),
    }
    layers = [makers[layer["kind"]](layer) for layer in spec["layers"]]
    model = keras.Sequential([keras.Input(spec["input"]), *layers])
    optimizers = {"adam": keras.optimizers.Adam, "rmsprop": keras.optimizers.RMSprop}
    optimizer = optimizers[spec["optimizer"]](spec["learningRate"])
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


answer({"ready": f"Keras {keras.__version__} on {backend} {library.__version__}"})
random = np.random.default_rng(1)
prepared = {}
for line in sys.stdin:
    request = json.loads(line)
    spec, batch_size, batches = request["spec"], request["batchSize"], request["batches"]
    try:
        key = json.dumps(request)
        if key not in prepared:
            x = random.random([batch_size * batches, *spec["input"]], dtype=np.float32)
            y = random.integers(0, 10, batch_size * batches)
            prepared[key] = (build(spec), x, y)
        model, x, y = prepared[key]
        start = time.perf_counter()
        model.fit(x, y, batch_size=batch_size, epochs=1, verbose=0)
        answer({"seconds": time.perf_counter() - start})
    except Exception as error:
        answer({"error": str(error)})
