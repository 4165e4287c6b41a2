"""Writes ridge.json: what scikit-learn's Ridge finds for fixed numbers. Run: python3 ridge.py"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.linear_model import Ridge

rng = np.random.default_rng(11)
x = rng.normal(size=(30, 4)).round(3)
x[:, 3] = (x[:, 0] + 1e-3 * rng.normal(size=30)).round(6)  # says nearly what the first column says
y = (x @ [2, -1, 0.5, 1] + 7 + rng.normal(size=30)).round(3)
fits = [(alpha, Ridge(alpha=alpha, solver="cholesky").fit(x, y)) for alpha in (1e-3, 1, 100)]
values = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "x": x.ravel().tolist(),
    "y": y.tolist(),
    "fits": [{"alpha": alpha, "weights": fit.coef_.tolist(), "bias": fit.intercept_} for alpha, fit in fits],
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(values) + "\n")
