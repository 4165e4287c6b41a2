"""Small networks as PyTorch's exporters write them, with what they compute: exported.json. Needs torch, onnx and onnxscript."""
import base64
import io
import json
import pathlib

import torch
from torch import nn

torch.manual_seed(1)


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(2, 4, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(4)
        self.second = nn.Conv2d(4, 4, 3, padding=1)
        self.depthwise = nn.Conv2d(4, 8, 3, padding=1, groups=4, stride=2)
        self.head = nn.Linear(8, 3)

    def forward(self, x):
        x = torch.relu(self.norm(self.first(x)))
        x = torch.relu(x + self.second(x))
        x = nn.functional.max_pool2d(x, 3, 2, 1)
        x = nn.functional.silu(self.depthwise(x))
        return torch.softmax(self.head(x.mean((2, 3))), -1)


class Viewed(nn.Module):
    """Flattens by view, which the older exporter writes as a computation of shapes."""

    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(1, 3, 3, stride=2)
        self.head = nn.Linear(3 * 3 * 2, 2)

    def forward(self, x):
        x = torch.tanh(self.convolution(x))
        return self.head(x.view(x.size(0), -1))


networks = {
    "multilayer perceptron": (nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Dropout(0.5), nn.Linear(5, 3), nn.LeakyReLU(0.2)), (4,)),
    "convolutional network": (
        nn.Sequential(
            nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 6, (3, 2)), nn.PReLU(6), nn.AvgPool2d(2),
            nn.Flatten(), nn.Linear(24, 5), nn.GELU(), nn.LayerNorm(5), nn.LogSoftmax(1),
        ),
        (1, 12, 10),
    ),
    "residual network": (Residual(), (2, 8, 8)),
    "decoder": (nn.Sequential(nn.ConvTranspose2d(2, 3, 2, stride=2), nn.ELU(), nn.Upsample(scale_factor=2), nn.Sigmoid()), (2, 3, 4)),
    "network on steps": (nn.Sequential(nn.Conv1d(3, 4, 3, padding=1), nn.ReLU6(), nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(4, 2)), (3, 7)),
    "flattened by view": (Viewed(), (1, 7, 5)),
}

cases = []
for name, (network, shape) in networks.items():
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_()
            module.running_var.uniform_(0.5, 1.5)
            nn.init.normal_(module.weight)
    network.eval()
    x = torch.randn(2, *shape)
    for exporter in ("new", "old"):
        buffer = io.BytesIO()
        if exporter == "new":
            program = torch.onnx.export(network, (x,), dynamo=True, dynamic_shapes=({0: torch.export.Dim("batch")},))
            model = program.model_proto
            # Where in which file each node was called, on the machine that exported it.
            for part in (model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input, *model.graph.output):
                part.ClearField("metadata_props")
            buffer.write(model.SerializeToString())
        else:
            torch.onnx.export(network, (x,), buffer, dynamo=False, input_names=["x"], dynamic_axes={"x": {0: "batch"}})
        encode = lambda tensor: base64.b64encode(tensor.detach().numpy().astype("<f4").tobytes()).decode()
        y = network(x)
        cases.append(
            {
                "name": f"{name}, {exporter} exporter",
                "file": base64.b64encode(buffer.getvalue()).decode(),
                "input": {"shape": list(x.shape), "data": encode(x)},
                "output": {"shape": list(y.shape), "data": encode(y)},
            }
        )
path = pathlib.Path(__file__).with_name("exported.json")
path.write_text(json.dumps({"torch": torch.__version__, "cases": cases}, indent=1) + "\n")
