"""What the engines in Python share: the protocol of engineProcess.mjs, a line of JSON in, a line out."""

import json
import math
import sys
import time

import numpy


def answer(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def serve(ready, folder, load, to_input):
    """`load(name)` gives the function of a model, from what `to_input` makes of an array to something that NumPy reads."""
    answer({"ready": ready})
    functions, inputs = {}, {}
    for line in sys.stdin:
        request = json.loads(line)
        try:
            name, shape = request["spec"]["name"], request["spec"]["inputShape"]
            size, batches = request["batchSize"], request["batches"]
            if name not in functions:
                functions = {name: load(name)}
            if (name, size) not in inputs:
                values = numpy.fromfile(f"{folder}/{name}.inputs", "<f4", size * math.prod(shape))
                inputs = {(name, size): to_input(values.reshape([size, *shape]))}
            function, x = functions[name], inputs[(name, size)]
            start, used = time.perf_counter(), time.process_time()
            for _ in range(batches):
                outputs = numpy.asarray(function(x))
            seconds, processor = time.perf_counter() - start, time.process_time() - used
            shown = {"outputs": outputs.ravel().tolist()} if batches == 1 else {}
            answer({"seconds": seconds, "processorSeconds": processor, **shown})
        except Exception as error:
            answer({"error": str(error).split("\n")[0]})
