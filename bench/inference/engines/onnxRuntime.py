"""onnxruntime, native, on the ONNX files of a folder."""

import sys

from engine import answer, numpy, serve

try:
    import onnxruntime
except ImportError as error:
    answer({"error": f"{error}: pip install onnxruntime"})
    sys.exit(0)

folder, threads = sys.argv[1], int(sys.argv[2])


def load(name):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(f"{folder}/{name}.onnx", options, providers=["CPUExecutionProvider"])
    given = session.get_inputs()[0].name
    return lambda x: session.run(None, {given: x})[0]


serve(f"onnxruntime {onnxruntime.__version__}, {threads} threads", folder, load, numpy.ascontiguousarray)
