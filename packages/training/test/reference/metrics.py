"""Writes metrics.json: what scikit-learn and Keras say about fixed labels. Run: python3 metrics.py"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn import metrics

rng = np.random.default_rng(7)
actual = rng.integers(0, 4, 60)
predicted = np.where(rng.random(60) < 0.7, actual, rng.integers(0, 3, 60))
actual[actual == 3] = 2  # class 3 has no support ...
predicted[0] = 3  # ... but is predicted once
probabilities = rng.dirichlet(np.ones(4), 60).astype(np.float32)

report = metrics.classification_report(actual, predicted, labels=[0, 1, 2, 3], output_dict=True, zero_division=0)
clipped = np.clip(probabilities.astype(np.float64), 1e-7, 1 - 1e-7)
scores = np.round(rng.random(40), 1)  # rounded, so that some are equal
positive = (rng.random(40) < scores).astype(int)
target = rng.normal(size=30)
guess = target + rng.normal(scale=0.5, size=30)
rates = metrics.roc_curve(positive, scores, drop_intermediate=False)

values = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "actual": actual.tolist(),
    "predicted": predicted.tolist(),
    "probabilities": probabilities.astype(float).ravel().tolist(),
    "accuracy": metrics.accuracy_score(actual, predicted),
    "confusionMatrix": metrics.confusion_matrix(actual, predicted, labels=[0, 1, 2, 3]).tolist(),
    "report": report,
    "argMax": probabilities.argmax(axis=1).tolist(),
    "roc": {
        "actual": positive.tolist(),
        "scores": scores.tolist(),
        "falsePositiveRate": rates[0].tolist(),
        "truePositiveRate": rates[1].tolist(),
        "auc": metrics.roc_auc_score(positive, scores),
    },
    "regression": {
        "actual": target.tolist(),
        "predicted": guess.tolist(),
        "meanSquaredError": metrics.mean_squared_error(target, guess),
        "meanAbsoluteError": metrics.mean_absolute_error(target, guess),
        "rSquared": metrics.r2_score(target, guess),
    },
    "categoricalCrossentropy": float(-np.log(clipped[np.arange(60), actual]).mean()),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(values, indent=1) + "\n")
