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
from sklearn.preprocessing import OneHotEncoder, StandardScaler, TargetEncoder

path, target, rows = sys.argv[1:]
rows = json.loads(rows)
with open(path) as file:
    table = list(csv.DictReader(file))
columns = [name for name in table[0] if name not in (target, "id", "ship")]


def number(text):
    return float(text) if text else np.nan


words = [name for name in columns if any(row[name] and not row[name].replace(".", "").replace("-", "").isdigit() for row in table)]
numbers = [name for name in columns if name not in words]
x = np.array([[number(row[name]) if name in numbers else (row[name] or None) for name in columns] for row in table], dtype=object)
y = np.array([row[target] for row in table])
if all(text.replace(".", "").isdigit() for text in set(y)):
    y = y.astype(float)


def preprocessing(encoder):
    return ColumnTransformer(
        [
            ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), [columns.index(name) for name in numbers]),
            (
                "words",
                make_pipeline(SimpleImputer(strategy="most_frequent", missing_values=None), *encoder),
                [columns.index(name) for name in words],
            ),
        ]
    )


usual = preprocessing([OneHotEncoder(handle_unknown="ignore")])
if len(set(y)) == 2:
    models, score = {"logistic regression": (usual, LogisticRegression(max_iter=1000))}, accuracy_score
    if any(len({row[name] for row in table}) > 100 for name in words):
        by_target = preprocessing([TargetEncoder(random_state=0), StandardScaler()])
        models["logistic regression, TargetEncoder"] = (by_target, LogisticRegression(max_iter=1000))
else:
    models = {"gradient boosting": (usual, GradientBoostingRegressor(random_state=0)), "ridge": (usual, RidgeCV())}
    score = mean_absolute_error
found = {}
for name, (prepared, model) in models.items():
    pipeline = make_pipeline(prepared, model).fit(x[rows["train"]], y[rows["train"]])
    found[name] = score(y[rows["test"]], pipeline.predict(x[rows["test"]]))
print(json.dumps(found))
