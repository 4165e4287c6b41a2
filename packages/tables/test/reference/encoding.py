"""Writes encoding.json: what scikit-learn's usual preprocessing makes of a small table with gaps. Run: python3 encoding.py"""

import json
import pathlib

import numpy as np
import sklearn
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

rng = np.random.default_rng(5)
rows = 40
rooms = np.where(rng.random(rows) < 0.2, np.nan, rng.integers(1, 9, rows).astype(float))
area = np.round(rng.gamma(5, 20, rows), 1)
city = rng.choice(["Bern", "Genf", "Basel", "Chur"], rows, p=[0.5, 0.25, 0.15, 0.1]).astype(object)
city[rng.random(rows) < 0.15] = None

numbers = np.stack([rooms, area], axis=1)
# Standard deviations of the values that are there, then the median of these: the order of the two changes nothing in the median.
scaled = make_pipeline(StandardScaler(), SimpleImputer(strategy="median")).fit_transform(numbers)
filled = SimpleImputer(strategy="most_frequent", missing_values=None).fit_transform(city.reshape(-1, 1))
encoder = OneHotEncoder(sparse_output=False).fit(filled)

values = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "rooms": [None if np.isnan(value) else value for value in rooms.tolist()],
    "area": area.tolist(),
    "city": city.tolist(),
    "scaled": scaled.tolist(),
    "cities": encoder.categories_[0].tolist(),
    "oneHot": encoder.transform(filled).tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(values) + "\n")
