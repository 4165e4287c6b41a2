"""An event file as TensorBoard's own messages and writer make it: events.json. Needs tensorboard."""
import base64
import io
import json
import pathlib
import sys
import types

# TensorBoard does without TensorFlow where it finds this module.
sys.modules["tensorboard.compat.notf"] = types.ModuleType("notf")

from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, tensor_shape_pb2, types_pb2
from tensorboard.plugins.hparams import metadata as hparams_metadata
from tensorboard.plugins.hparams import plugin_data_pb2
from tensorboard.summary.writer.record_writer import RecordWriter

TIME = 1700000000.5
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=="
)


def hparams(tag, data):
    value = summary_pb2.Summary.Value(tag=tag, tensor=hparams_metadata.NULL_TENSOR)
    value.metadata.plugin_data.plugin_name = "hparams"
    value.metadata.plugin_data.content = data.SerializeToString(deterministic=True)
    return summary_pb2.Summary(value=[value])


start = plugin_data_pb2.SessionStartInfo(start_time_secs=TIME)
start.hparams["learningRate"].number_value = 0.001
start.hparams["optimizer"].string_value = "adam"
start.hparams["shuffle"].bool_value = False
end = plugin_data_pb2.SessionEndInfo(status="STATUS_SUCCESS", end_time_secs=TIME)
text = summary_pb2.Summary.Value(
    tag="run/recipe",
    tensor=tensor_pb2.TensorProto(
        dtype=types_pb2.DT_STRING, tensor_shape=tensor_shape_pb2.TensorShapeProto(), string_val=["**drawn** \u6f22".encode()]
    ),
)
text.metadata.plugin_data.plugin_name = "text"
scalars = [("epoch/loss", 0.1), ("epoch/accuracy", 0.875)]
events = [
    event_pb2.Event(file_version="brain.Event:2"),
    event_pb2.Event(summary=hparams("_hparams_/session_start_info", plugin_data_pb2.HParamsPluginData(session_start_info=start))),
    event_pb2.Event(summary=summary_pb2.Summary(value=[text])),
    event_pb2.Event(step=300, session_log=event_pb2.SessionLog(status=event_pb2.SessionLog.START)),
    event_pb2.Event(
        step=2**40,
        summary=summary_pb2.Summary(value=[summary_pb2.Summary.Value(tag=tag, simple_value=value) for tag, value in scalars]),
    ),
    event_pb2.Event(
        step=1,
        summary=summary_pb2.Summary(
            value=[
                summary_pb2.Summary.Value(
                    tag="test/pixel",
                    image=summary_pb2.Summary.Image(height=1, width=1, colorspace=1, encoded_image_string=PNG),
                )
            ]
        ),
    ),
    event_pb2.Event(summary=hparams("_hparams_/session_end_info", plugin_data_pb2.HParamsPluginData(session_end_info=end))),
]


class Kept(io.BytesIO):
    """Can still be read when the writer has closed it."""

    def close(self):
        pass


kept = Kept()
writer = RecordWriter(kept)
for event in events:
    event.wall_time = TIME
    writer.write(event.SerializeToString(deterministic=True))
writer.close()
path = pathlib.Path(__file__).with_name("events.json")
path.write_text(json.dumps({"file": base64.b64encode(kept.getvalue()).decode()}, indent=1) + "\n")
