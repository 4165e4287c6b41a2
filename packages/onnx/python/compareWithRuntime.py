"""Checks ONNX files with onnx.checker, runs them with ONNX Runtime, and prints what came out as JSON.

The folder has a cases.json: for each file its inputs, by their names, as float32 in base64 with their shapes.
"""
import base64
import json
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime

folder = pathlib.Path(sys.argv[1])
results = {}
for case in json.loads((folder / "cases.json").read_text()):
    try:
        model = onnx.load(folder / case["file"])
        onnx.checker.check_model(model, full_check=True)
        session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
        inputs = {
            name: np.frombuffer(base64.b64decode(array["data"]), "<f4").reshape(array["shape"])
            for name, array in case["inputs"].items()
        }
        outputs = session.run(None, inputs)
        results[case["file"]] = {
            "outputs": [
                {"name": port.name, "shape": list(value.shape), "data": base64.b64encode(value.astype("<f4").tobytes()).decode()}
                for port, value in zip(session.get_outputs(), outputs)
            ]
        }
    except Exception as error:  # Told beside the other files' results.
        results[case["file"]] = {"error": f"{type(error).__name__}: {error}"}
print(json.dumps(results))
