"""Writes epochMetrics.json: what scikit-learn and Keras measure on fixed targets and outputs, as a whole and, for Keras, in batches.
Run: python3 epochMetrics.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import sklearn
from sklearn import metrics

rng = np.random.default_rng(6)
rows = 45


def case(target, output, names):
    target, output = target.astype("float32"), output.astype("float32")
    flat, hard = target.ravel(), (output.ravel() > 0.5).astype(int)
    scikit = {
        "precision": lambda: metrics.precision_score(flat, hard, zero_division=0),
        "recall": lambda: metrics.recall_score(flat, hard, zero_division=0),
        "r2Score": lambda: metrics.r2_score(target.astype(float), output.astype(float)),
    }
    classes = {"precision": keras.metrics.Precision, "recall": keras.metrics.Recall, "r2Score": keras.metrics.R2Score}
    values = {}
    for name in names:
        values[name] = float(scikit[name]())
        by_keras = classes[name]()
        for start in range(0, rows, 7):
            by_keras.update_state(target[start:start + 7], output[start:start + 7])
        kept = float(by_keras.result())
        # Keras divides 0 by 0 where targets are all alike and met, and loses float32's digits where they are far from 0.
        assert np.isnan(kept) or np.abs(target).mean() > 1_000 or abs(kept - values[name]) < 1e-4, (name, kept, values[name])
    return {"target": target.ravel().tolist(), "output": output.ravel().tolist(), "columns": target.shape[1], "values": values}


both = ["precision", "recall"]
rare = (rng.random((rows, 1)) < 0.1) * 1.0
labels = rng.integers(0, 3, rows)
probabilities = rng.dirichlet(np.ones(3), rows)
values = rng.normal(size=(rows, 1)).round(3)
two = rng.normal(size=(rows, 2)).round(3) * [1, 50]
cases = {
    "one column, rare positives": case(rare, (0.45 * rare + 0.6 * rng.random((rows, 1))).round(3), both),
    "one column, hard predictions": case(rare, (rng.random((rows, 1)) < 0.2) * 1.0, both),
    "no positives at all": case(0 * rare, 0 * rare, both),
    "classes in three columns": case(np.eye(3)[labels], probabilities.round(3), both),
    "several labels a row": case((rng.random((rows, 3)) < 0.4) * 1.0, rng.random((rows, 3)).round(3), both),
    "values": case(values, (values + 0.3 * rng.normal(size=(rows, 1))).round(3), ["r2Score"]),
    "values far from 0": case(values + 10_000, values + 10_000 + 0.3 * rng.normal(size=(rows, 1)), ["r2Score"]),
    "two columns of different scale": case(two, two + [[0.5, 9]] * rng.normal(size=(rows, 2)), ["r2Score"]),
    "targets all alike, met": case(0 * values + 0.1, 0 * values + 0.1, ["r2Score"]),
    "targets all alike, missed": case(0 * values + 0.5, 0 * values + 0.25, ["r2Score"]),
}
# In one column sorted, so that batches differ most.
order = np.argsort(values[:, 0])
cases["values in order"] = case(values[order], np.roll(values[order], 3, axis=0), ["r2Score"])
result = {"versions": {"keras": keras.__version__, "scikit-learn": sklearn.__version__, "numpy": np.__version__}, "rows": rows, "cases": cases}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n")
