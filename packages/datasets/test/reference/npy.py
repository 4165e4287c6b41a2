"""Writes npy.json: .npy and .npz files as NumPy saves them, with the values that it reads back.

Run it in this folder: python3 npy.py
"""

import base64
import io
import json

import numpy as np


def encoded(save, *arguments, **named):
    file = io.BytesIO()
    save(file, *arguments, **named)
    return base64.b64encode(file.getvalue()).decode()


arrays = {
    code: np.array([[0, 1, 2], [3, 100, 127]]).astype(code)
    for code in ["|b1", "|u1", "|i1", "<i2", ">i2", "<u2", "<i4", ">u4", "<i8", ">u8", "<f4", ">f4", "<f8"]
}
arrays["negative"] = np.array([-1, -(2**40), 2**53 - 1], dtype="<i8")
arrays["fortran"] = np.asfortranarray(np.arange(24, dtype="<i4").reshape(2, 3, 4))
arrays["scalar"] = np.array(2.5)
arrays["empty"] = np.zeros((3, 0, 2), dtype="<f4")
arrays["row"] = np.array([1.5, -2.0, 1e300])

def in_version(major):
    """The file of a later version of the format, whose header may be longer and is UTF-8 from version 3."""
    file = io.BytesIO()
    np.lib.format.write_array(file, arrays["fortran"], version=(major, 0))
    return base64.b64encode(file.getvalue()).decode()


reference = {
    "npy": {
        name: {"base64": encoded(np.save, array), "shape": array.shape, "values": array.ravel().astype(float).tolist()}
        for name, array in arrays.items()
    },
    "npz": {
        "stored": encoded(np.savez, x=arrays["fortran"], y=arrays["row"]),
        "deflated": encoded(np.savez_compressed, x=arrays["fortran"], y=arrays["row"]),
    },
    "versions": {str(major): in_version(major) for major in [1, 2, 3]},
    "refused": {
        "objects": encoded(np.save, np.array([{}], dtype=object), allow_pickle=True),
        "records": encoded(np.save, np.zeros(2, dtype=[("a", "<i4"), ("b", "<f8")])),
        "text": encoded(np.save, np.array(["a", "bc"])),
        "too_large": encoded(np.save, np.array([2**53], dtype="<i8")),
    },
}

with open("npy.json", "w") as file:
    json.dump(reference, file, indent=1)
    file.write("\n")
