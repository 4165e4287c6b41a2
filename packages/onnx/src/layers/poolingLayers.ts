import { asList } from "./asList.ts";
import { axisOf } from "./axisOf.ts";
import type { LayerWriter, LayerWriters } from "./LayerContext.ts";
import { padsOf } from "./padsOf.ts";
import { spatial, spatialOutput } from "./spatial.ts";

function pooling(operator: "MaxPool" | "AveragePool"): LayerWriter {
  return (context) => {
    const { config } = context;
    const place = spatial(context);
    const kernel = asList(config["poolSize"]);
    const strides = asList(config["strides"]);
    const window = { padding: String(config["padding"]), kernel, strides, dilations: kernel.map(() => 1) };
    const result = context.node(operator, [place.input.name], {
      kernel_shape: kernel,
      strides,
      ...padsOf({ ...window, sizes: place.sizes }),
    });
    return spatialOutput(place, result);
  };
}

function globalPooling(operator: "ReduceMax" | "ReduceMean"): LayerWriter {
  return (context) => {
    const { graph, name, config, input } = context;
    const first = config["dataFormat"] === "channelsFirst" ? 2 : 1;
    const axes = input.shape.slice(2).map((_, index) => axisOf(input, first + index));
    const which = graph.integers(`${name}/axes`, axes);
    return { name: context.node(operator, [input.name, which], { keepdims: 0 }), channelsSecond: false };
  };
}

const [max, average] = [pooling("MaxPool"), pooling("AveragePool")];
const [globalMax, globalAverage] = [globalPooling("ReduceMax"), globalPooling("ReduceMean")];

/** Pooling over windows, and over all pixels. */
export const poolingLayers: LayerWriters = {
  MaxPooling1D: max,
  MaxPooling2D: max,
  MaxPooling3D: max,
  AveragePooling1D: average,
  AveragePooling2D: average,
  AveragePooling3D: average,
  GlobalMaxPooling1D: globalMax,
  GlobalMaxPooling2D: globalMax,
  GlobalAveragePooling1D: globalAverage,
  GlobalAveragePooling2D: globalAverage,
};
