"""PyTorch, eager, channels last: an epoch of shuffled bytes, as ours. Speaks the protocol of engineProcess.mjs: a line of JSON in, a line out."""

import json
import sys
import time


def answer(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


try:
    import torch
    from torch import nn
except ImportError as error:
    answer({"error": f"{error}: pip install torch"})
    sys.exit(0)

ACTIVATIONS = {"relu": [nn.ReLU], "gelu": [nn.GELU], "softmax": [], "linear": []}


def build(spec):
    """The layers find out themselves what comes in; softmax is part of the loss."""

    def conv(layer):
        size, bias = layer.get("size", 3), layer.get("bias", True)
        module = nn.LazyConv2d(layer["filters"], size, padding=layer["padding"], bias=bias)
        # The filters, not the bias.
        if layer.get("frozen"):
            module.weight.requires_grad = False
        return [module, *activation(layer.get("activation", "relu"))]

    def normalization(layer):
        module = nn.LazyBatchNorm2d(eps=layer["epsilon"], momentum=layer["takes"])
        # No scale: PyTorch has one, 1, that does not learn.
        module.weight.requires_grad = False
        return [module]

    def dense(layer):
        return [nn.LazyLinear(layer["units"], bias=layer.get("bias", True)), *activation(layer["activation"])]

    def activation(name):
        return [make() for make in ACTIVATIONS[name]]

    makers = {
        "conv": conv,
        "dense": dense,
        "pool": lambda layer: [nn.MaxPool2d(layer.get("size", 2))],
        "flatten": lambda layer: [nn.Flatten()],
        "dropout": lambda layer: [nn.Dropout(layer["rate"])],
        "normalization": normalization,
        "activation": lambda layer: activation(layer["activation"]),
    }
    return nn.Sequential(*[module for layer in spec["layers"] for module in makers[layer["kind"]](layer)])


def optimizer_of(spec, network):
    weights = [weight for weight in network.parameters() if weight.requires_grad]
    rate = spec["learningRate"]
    if spec["optimizer"] == "adam":
        return torch.optim.Adam(weights, rate)
    if spec["optimizer"] == "rmsprop":
        return torch.optim.RMSprop(weights, rate)
    return torch.optim.SGD(weights, rate, spec["momentum"], weight_decay=spec["weightDecay"], nesterov=True)


def prepare(spec, batch_size, batches):
    network = build(spec)
    images = torch.randint(0, 256, [batch_size * batches, *spec["input"]], dtype=torch.uint8)
    labels = torch.randint(0, 10, [batch_size * batches])

    def assemble(rows):
        x = images[rows].to(torch.float32).div_(255)
        # Images lie channels last already: only the axes are called otherwise.
        return (x.permute(0, 3, 1, 2) if x.dim() == 4 else x), labels[rows]

    with torch.no_grad():
        network(assemble(torch.arange(2))[0])
    network.to(memory_format=torch.channels_last)
    optimizer = optimizer_of(spec, network)
    loss = nn.CrossEntropyLoss(label_smoothing=spec.get("labelSmoothing", 0))
    parts = spec.get("parts", 1)

    def epoch():
        for batch in torch.randperm(len(labels)).split(batch_size):
            optimizer.zero_grad(set_to_none=True)
            for part in batch.chunk(parts):
                x, y = assemble(part)
                (loss(network(x), y) / parts).backward()
            optimizer.step()

    return epoch


torch.set_num_threads(int(sys.argv[1]))
answer({"ready": f"PyTorch {torch.__version__}, {torch.get_num_threads()} threads"})
torch.manual_seed(1)
prepared = {}
for line in sys.stdin:
    request = json.loads(line)
    try:
        key = json.dumps(request)
        if key not in prepared:
            prepared = {key: prepare(request["spec"], request["batchSize"], request["batches"])}
        start, used = time.perf_counter(), time.process_time()
        prepared[key]()
        answer({"seconds": time.perf_counter() - start, "processorSeconds": time.process_time() - used})
    except Exception as error:
        answer({"error": str(error)})
