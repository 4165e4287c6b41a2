"""Writes splits.json: what scikit-learn's and Keras' encoders and splits make of fixed labels. Run: python3 splits.py"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import sklearn
from keras.src.trainers.data_adapters.array_slicing import train_validation_split
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.preprocessing import LabelBinarizer, LabelEncoder

names = ["Dog", "Cat", "Other", "Cat", "bird", "Dog", "Ähre"]
encoder = LabelEncoder().fit(names)
courses = ["Cat", "Dog", "Other", "Dog"]
rng = np.random.default_rng(8)
labels = rng.choice(4, 57, p=[0.45, 0.3, 0.2, 0.05])
rows = np.arange(57)


def counts(selected):
    return np.bincount(labels[selected], minlength=4).tolist()


values = {
    "versions": {"keras": keras.__version__, "scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "names": names,
    "encoded": encoder.transform(names).tolist(),
    "classNames": encoder.classes_.tolist(),
    "courses": courses,
    "coursesOneHot": LabelBinarizer().fit_transform(courses).tolist(),
    "labels": labels.tolist(),
    "oneHot": keras.utils.to_categorical(labels, 4).tolist(),
    "kFold": {folds: [test.tolist() for _, test in KFold(folds).split(rows)] for folds in [2, 4, 5, 8]},
    "stratifiedKFold": {
        folds: [counts(test) for _, test in StratifiedKFold(folds).split(rows, labels)] for folds in [2, 3]
    },
    "trainTestSplit": [
        {"rows": count, "testSplit": fraction,
         "testRows": len(train_test_split(np.arange(count), test_size=fraction)[1])}
        for count in [2, 5, 57, 150, 1797] for fraction in [0.1, 0.2, 0.25, 0.33, 0.5]
    ],
    "stratified": [
        {"testSplit": fraction,
         "counts": counts(train_test_split(rows, test_size=fraction, stratify=labels, random_state=0)[1])}
        for fraction in [0.2, 0.3, 0.5]
    ],
    "validationSplit": [
        {"rows": count, "fraction": fraction,
         "trainRows": len(train_validation_split((np.arange(count),), fraction)[0][0])}
        for count in [10, 11, 404, 1000, 60000] for fraction in [0.1, 0.2, 0.25, 0.3, 0.5]
    ],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(values, indent=1) + "\n")
