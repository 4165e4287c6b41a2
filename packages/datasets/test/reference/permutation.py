"""Writes permutation.json: the orders of NumPy's legacy shuffle, by length and seed.

Run it in this folder: python3 permutation.py
"""

import json

import numpy as np


def shuffled(length, seed):
    order = np.arange(length)
    np.random.RandomState(seed).shuffle(order)
    return order.tolist()


cases = [(506, 113), (506, 0), (1, 7), (2, 4294967295), (1000, 42)]
reference = [{"length": length, "seed": seed, "order": shuffled(length, seed)} for length, seed in cases]

with open("permutation.json", "w") as file:
    json.dump(reference, file)
    file.write("\n")
