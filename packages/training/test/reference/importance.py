"""Writes importance.json: scikit-learn's permutation importance of a fixed linear rule. Run: python3 importance.py"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.dummy import DummyRegressor
from sklearn.inspection import permutation_importance

rng = np.random.default_rng(3)
x = rng.normal(size=(400, 3))
weights = np.array([3.0, 1.0, 0.0])
y = x @ weights


class Rule(DummyRegressor):
    """Predicts by the weights, whatever it is fitted to."""

    def predict(self, inputs):
        return inputs @ weights


found = permutation_importance(
    Rule().fit(x, y), x, y, n_repeats=200, random_state=0, scoring="neg_mean_absolute_error"
)
values = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "x": x.round(6).ravel().tolist(),
    "weights": weights.tolist(),
    "mean": found.importances_mean.tolist(),
    "deviation": found.importances_std.tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(values) + "\n")
