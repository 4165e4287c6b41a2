"""What scikit-learn reaches on given rows of a table: python3 scikitLearn.py table.csv target '{"train": [...], "test": [...]}'"""

import csv
import json
import sys

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, RidgeCV
from sklearn.metrics import accuracy_score, mean_absolute_error
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

path, target, rows = sys.argv[1:]
rows = json.loads(rows)
with open(path) as file:
    table = list(csv.DictReader(file))
columns = [name for name in table[0] if name not in (target, "id", "ship")]


def number(text):
    return float(text) if text else np.nan


words = [name for name in columns if any(row[name] and not row[name].replace(".", "").isdigit() for row in table)]
numbers = [name for name in columns if name not in words]
x = np.array([[number(row[name]) if name in numbers else (row[name] or None) for name in columns] for row in table], dtype=object)
y = np.array([float(row[target]) for row in table])
usual = ColumnTransformer(
    [
        ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), [columns.index(name) for name in numbers]),
        (
            "words",
            make_pipeline(SimpleImputer(strategy="most_frequent", missing_values=None), OneHotEncoder(handle_unknown="ignore")),
            [columns.index(name) for name in words],
        ),
    ]
)
if len(set(y)) == 2:
    models, score = {"logistic regression": LogisticRegression(max_iter=1000)}, accuracy_score
else:
    models = {"gradient boosting": GradientBoostingRegressor(random_state=0), "ridge": RidgeCV()}
    score = mean_absolute_error
found = {}
for name, model in models.items():
    pipeline = make_pipeline(usual, model).fit(x[rows["train"]], y[rows["train"]])
    found[name] = score(y[rows["test"]], pipeline.predict(x[rows["test"]]))
print(json.dumps(found))
