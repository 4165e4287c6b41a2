import convnetjs from "convnetjs";
import { samples } from "../samples.mjs";

/** convnetjs: one image at a time, Adadelta every `batchSize` of them. */
export async function start() {
  return {
    prepare(spec, batchSize, batches) {
      const net = new convnetjs.Net();
      const [sx, sy = 1, depth = 1] = spec.input;
      // A flat input is its depth.
      const size = spec.input.length === 1 ? [1, 1, sx] : [sx, sy, depth];
      const definitions = [{ type: "input", out_sx: size[0], out_sy: size[1], out_depth: size[2] }];
      for (const layer of spec.layers) definitions.push(...definition(layer));
      net.makeLayers(definitions);
      const trainer = new convnetjs.Trainer(net, { method: "adadelta", batch_size: batchSize, l2_decay: 0 });
      const { x, y } = samples(spec.input, batchSize);
      const pixels = x.data.length / batchSize;
      const images = Array.from({ length: batchSize }, (_, row) => {
        const volume = new convnetjs.Vol(...size, 0);
        for (let at = 0; at < pixels; at += 1) volume.w[at] = x.data[row * pixels + at] / 255;
        return volume;
      });
      return async () => {
        for (let at = 0; at < batches * batchSize; at += 1) {
          trainer.train(images[at % batchSize], y.data[at % batchSize]);
        }
      };
    },
  };
}

function definition(layer) {
  if (layer.kind === "conv") {
    const pad = layer.padding === "same" ? 1 : 0;
    return [{ type: "conv", sx: 3, filters: layer.filters, stride: 1, pad, activation: "relu" }];
  }
  if (layer.kind === "pool") return [{ type: "pool", sx: 2, stride: 2 }];
  if (layer.kind === "dropout") return [{ type: "dropout", drop_prob: layer.rate }];
  if (layer.kind === "flatten") return [];
  if (layer.activation === "softmax") return [{ type: "softmax", num_classes: layer.units }];
  return [{ type: "fc", num_neurons: layer.units, activation: layer.activation }];
}
