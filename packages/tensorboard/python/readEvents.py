"""Reads a folder of event files by TensorBoard's own reader, and prints as JSON what it finds."""
import json
import sys
import types

# TensorBoard reads files without TensorFlow, which takes 20 seconds to import, where it finds this module.
sys.modules["tensorboard.compat.notf"] = types.ModuleType("notf")

from tensorboard.backend.event_processing import event_accumulator
from tensorboard.plugins.hparams import plugin_data_pb2
from tensorboard.util import tensor_util

events = event_accumulator.EventAccumulator(sys.argv[1], size_guidance={"scalars": 0, "images": 0, "tensors": 0})
events.Reload()
tags = events.Tags()


def hparams(tag):
    content = events.summary_metadata[tag].plugin_data.content
    return plugin_data_pb2.HParamsPluginData.FromString(content)


found = {
    "scalars": {tag: [[event.step, event.value] for event in events.Scalars(tag)] for tag in tags["scalars"]},
    "images": {
        tag: [[event.step, event.width, event.height, len(event.encoded_image_string)] for event in events.Images(tag)]
        for tag in tags["images"]
    },
    "texts": {},
}
for tag in tags["tensors"]:
    plugin = events.summary_metadata[tag].plugin_data.plugin_name
    if plugin == "text":
        found["texts"][tag] = tensor_util.make_ndarray(events.Tensors(tag)[-1].tensor_proto).item().decode()
    elif tag == "_hparams_/session_start_info":
        start = hparams(tag).session_start_info
        found["hyperparameters"] = {
            name: getattr(value, value.WhichOneof("kind")) for name, value in sorted(start.hparams.items())
        }
    elif tag == "_hparams_/session_end_info":
        found["status"] = hparams(tag).session_end_info.status
print(json.dumps(found))
