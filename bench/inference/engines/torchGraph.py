"""PyTorch, eager, channels last: the graph of an ONNX file, operator by operator."""

import sys

from engine import answer, serve

try:
    import onnx
    import torch
    from onnx import numpy_helper
    from torch.nn import functional
except ImportError as error:
    answer({"error": f"{error}: pip install torch onnx"})
    sys.exit(0)

folder, threads = sys.argv[1], int(sys.argv[2])
torch.set_num_threads(threads)


def padding_of(attributes):
    """PyTorch's functions pad both sides alike."""
    top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
    return (left, right, top, bottom)


def padded(x, attributes, value):
    left, right, top, bottom = padding_of(attributes)
    if (left, top) == (right, bottom):
        return x, (top, left)
    return functional.pad(x, (left, right, top, bottom), value=value), (0, 0)


def conv(attributes, x, weight, bias=None):
    x, padding = padded(x, attributes, 0.0)
    return functional.conv2d(x, weight, bias, attributes.get("strides", 1), padding, attributes.get("dilations", 1))


def max_pool(attributes, x):
    x, padding = padded(x, attributes, float("-inf"))
    return functional.max_pool2d(x, attributes["kernel_shape"], attributes.get("strides", 1), padding)


def gemm(attributes, a, b, c=None):
    a = a.t() if attributes.get("transA") else a
    b = b.t() if attributes.get("transB") else b
    return a @ b if c is None else torch.addmm(c, a, b)


def normalization(attributes, x, scale, offset, mean, variance):
    return functional.batch_norm(x, mean, variance, scale, offset, False, 0, attributes.get("epsilon", 1e-5))


def reduce_mean(attributes, x, axes):
    return x.mean(axes.tolist(), bool(attributes.get("keepdims", 1)))


def reshape(attributes, x, shape):
    return x.reshape([x.shape[i] if length == 0 else length for i, length in enumerate(shape.tolist())])


OPERATORS = {
    "Add": lambda _, a, b: a + b,
    "BatchNormalization": normalization,
    "Conv": conv,
    "Flatten": lambda _, x: x.reshape([x.shape[0], -1]),
    "Gelu": lambda attributes, x: functional.gelu(x, approximate=attributes.get("approximate", b"none").decode()),
    "Gemm": gemm,
    "GlobalAveragePool": lambda _, x: x.mean([2, 3], True),
    "Identity": lambda _, x: x,
    "MatMul": lambda _, a, b: a @ b,
    "MaxPool": max_pool,
    "Mul": lambda _, a, b: a * b,
    "ReduceMean": reduce_mean,
    "Relu": lambda _, x: functional.relu(x),
    "Reshape": reshape,
    "Sigmoid": lambda _, x: torch.sigmoid(x),
    "Softmax": lambda attributes, x: functional.softmax(x, attributes.get("axis", -1)),
    "Squeeze": lambda _, x, axes: x.squeeze(axes.tolist()),
    "Transpose": lambda attributes, x: x.permute(attributes["perm"]),
}


def load(name):
    graph = onnx.load(f"{folder}/{name}.onnx").graph
    values = {weight.name: torch.from_numpy(numpy_helper.to_array(weight).copy()) for weight in graph.initializer}
    for key, value in values.items():
        if value.dim() == 4:
            values[key] = value.to(memory_format=torch.channels_last)
    unknown = {node.op_type for node in graph.node} - OPERATORS.keys()
    if unknown:
        raise ValueError(f"no operator for {', '.join(sorted(unknown))}")
    steps = [
        (
            OPERATORS[node.op_type],
            {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute},
            list(node.input),
            node.output[0],
        )
        for node in graph.node
    ]
    given, result = graph.input[0].name, graph.output[0].name

    def run(x):
        tensors = {**values, given: x}
        for operator, attributes, inputs, output in steps:
            tensors[output] = operator(attributes, *[tensors[key] for key in inputs])
        return tensors[result]

    return run


with torch.inference_mode():
    serve(f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads", folder, load, torch.from_numpy)
