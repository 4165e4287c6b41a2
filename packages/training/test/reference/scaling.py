"""Writes scaling.json: what scikit-learn's and Keras' scalers make of fixed features. Run: python3 scaling.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import sklearn
from sklearn.preprocessing import MinMaxScaler, StandardScaler

rng = np.random.default_rng(11)
train = rng.normal([5.0, -300.0, 0.1, 1e6], [2.0, 40.0, 0.0, 1.0], (30, 4))
test = rng.normal([5.0, -300.0, 0.3, 1e6], [2.0, 40.0, 0.1, 1.0], (8, 4))
standard = StandardScaler().fit(train)
min_max = MinMaxScaler().fit(train)
symmetric = MinMaxScaler((-1, 1)).fit(train)
normalization = keras.layers.Normalization()
images = rng.integers(0, 256, (6, 3, 3, 2))
normalization.adapt(images)

values = {
    "versions": {"keras": keras.__version__, "scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "train": train.tolist(),
    "test": test.tolist(),
    "standardized": standard.transform(test).tolist(),
    "rescaled": min_max.transform(test).tolist(),
    "rescaledSymmetric": symmetric.transform(test).tolist(),
    "images": images.ravel().tolist(),
    "normalizedImages": np.asarray(normalization(images)).astype(float).ravel().tolist(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(values, indent=1) + "\n")
