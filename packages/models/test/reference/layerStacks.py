"""Writes layerStacks.json: random stacks of layers, and what Keras makes of them: output shapes, parameters, or a refusal."""

import json
import pathlib
import random

import keras

INPUTS = [[28, 28, 1], [12, 9, 3], [20]]


def draw(rng):
    kind = rng.choice(["conv2d", "conv2d", "maxPooling2d", "dense", "dropout", "globalAveragePooling2d"])
    if kind == "dropout":
        return {"type": kind, "rate": rng.choice([0, 0.25, 0.5])}
    if kind == "maxPooling2d":
        return {"type": kind, "size": rng.choice([1, 2, 3])}
    if kind == "globalAveragePooling2d":
        return {"type": kind}
    shared = {"activation": rng.choice(["relu", "tanh", "linear"])}
    if rng.random() < 0.4:
        shared["batchNorm"] = True
    if rng.random() < 0.3:
        shared["l2"] = 0.001
    if kind == "dense":
        return {"type": kind, "units": rng.choice([1, 7, 16]), **shared}
    return {
        "type": kind,
        "filters": rng.choice([1, 4, 6]),
        "kernelSize": rng.choice([1, 3, 5]),
        "padding": rng.choice(["valid", "same"]),
        **shared,
    }


def add(x, spec):
    """Adds a layer as minibatch does; Keras refuses what does not fit."""
    layers = keras.layers
    kind = spec["type"]
    if kind == "dropout":
        return layers.Dropout(spec["rate"])(x)
    if kind == "maxPooling2d":
        return layers.MaxPooling2D(spec["size"])(x)
    if kind == "globalAveragePooling2d":
        return layers.GlobalAveragePooling2D()(x)
    norm = spec.get("batchNorm", False)
    options = {"use_bias": not norm, "kernel_regularizer": "l2" if "l2" in spec else None}
    if kind == "dense":
        if len(x.shape) > 2:
            x = layers.Flatten()(x)
        x = layers.Dense(spec["units"], **options)(x)
    else:
        x = layers.Conv2D(spec["filters"], spec["kernelSize"], padding=spec["padding"], **options)(x)
    if norm:
        x = layers.BatchNormalization()(x)
    return layers.Activation(spec["activation"])(x)


def describe(rng):
    stack = {
        "inputShape": rng.choice(INPUTS),
        "layers": [draw(rng) for _ in range(rng.randint(0, 6))],
        "classes": rng.choice([2, 10]),
    }
    inputs = keras.Input(stack["inputShape"])
    x, shapes = inputs, []
    for index, spec in enumerate(stack["layers"]):
        try:
            x = add(x, spec)
            if 0 in x.shape[1:]:
                raise ValueError("Nothing is left of the image.")
        except ValueError:
            return {**stack, "refused": index}
        shapes.append(list(x.shape[1:]))
    if len(x.shape) > 2:
        x = keras.layers.Flatten()(x)
    model = keras.Model(inputs, keras.layers.Dense(stack["classes"], activation="softmax")(x))
    return {**stack, "outputShapes": shapes, "parameters": model.count_params()}


if __name__ == "__main__":
    rng = random.Random(1)
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps([describe(rng) for _ in range(80)], indent=1) + "\n")
