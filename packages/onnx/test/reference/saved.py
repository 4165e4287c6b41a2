"""A network of one convolution and one dense layer, as the onnx package writes it: saved.json. Needs onnx and NumPy."""
import base64
import json
import pathlib

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

kernel = np.arange(8, dtype="f4").reshape(2, 2, 1, 2) / 8 - 0.5  # height, width, inputs, filters, as tfjs has them
matrix = np.arange(16, dtype="f4").reshape(8, 2) / 16 - 0.25
window = helper.make_node("Conv", ["turned", "conv/kernel", "conv/bias"], ["conv/Conv"], "conv/Conv")
for name, value in (("kernel_shape", [2, 2]), ("strides", [1, 1]), ("dilations", [1, 1]), ("group", 1)):
    window.attribute.append(helper.make_attribute(name, value))
nodes = [
    helper.make_node("Transpose", ["picture"], ["conv/Transpose"], "conv/Transpose", perm=[0, 3, 1, 2]),
    window,
    helper.make_node("Relu", ["conv/Conv"], ["conv/Relu"], "conv/Relu"),
    helper.make_node("Transpose", ["conv/Relu"], ["flatten/Transpose"], "flatten/Transpose", perm=[0, 2, 3, 1]),
    helper.make_node("Flatten", ["flatten/Transpose"], ["flatten/Flatten"], "flatten/Flatten", axis=1),
    helper.make_node("Gemm", ["flatten/Flatten", "dense/kernel", "dense/bias"], ["dense/Gemm"], "dense/Gemm"),
    helper.make_node("Softmax", ["dense/Gemm"], ["dense"], "dense/Softmax", axis=1),
]
window.input[0] = "conv/Transpose"
weights = [
    numpy_helper.from_array(np.ascontiguousarray(kernel.transpose(3, 2, 0, 1)), "conv/kernel"),
    numpy_helper.from_array(np.array([0.5, -0.5], "f4"), "conv/bias"),
    numpy_helper.from_array(matrix, "dense/kernel"),
    numpy_helper.from_array(np.array([1, -1], "f4"), "dense/bias"),
]
graph = helper.make_graph(
    nodes,
    "tiny",
    [helper.make_tensor_value_info("picture", TensorProto.FLOAT, ["batch", 3, 3, 1])],
    [helper.make_tensor_value_info("dense", TensorProto.FLOAT, ["batch", 2])],
    weights,
)
model = helper.make_model(graph, producer_name="minibatch", ir_version=13, opset_imports=[helper.make_opsetid("", 26)])
helper.set_model_props(model, {"classNames": "cat, dog"})
checker.check_model(model, full_check=True)
path = pathlib.Path(__file__).with_name("saved.json")
path.write_text(json.dumps({"file": base64.b64encode(model.SerializeToString()).decode()}, indent=1) + "\n")
