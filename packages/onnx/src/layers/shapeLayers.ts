import type { LayerContext, LayerWriter, LayerWriters } from "./LayerContext.ts";
import { asList } from "./asList.ts";
import { axisOf } from "./axisOf.ts";
import { spatial, spatialOutput } from "./spatial.ts";

/** The end of an axis, where a slice goes up to it. */
const END = 2 ** 31 - 1;

/** What only drops or disturbs values while a model is trained. */
const unchanged: LayerWriter = ({ input }) => input;

/** Layers that move numbers, or leave them where they are. */
export const shapeLayers: LayerWriters = {
  Dropout: unchanged,
  SpatialDropout1D: unchanged,
  AlphaDropout: unchanged,
  GaussianDropout: unchanged,
  GaussianNoise: unchanged,

  Flatten(context) {
    const { graph, name, config } = context;
    let { name: input } = graph.inOrder(name, context.input);
    if (config["dataFormat"] === "channelsFirst") {
      const axes = [...context.input.shape.keys()];
      input = context.node("Transpose", [input], { perm: [0, ...axes.slice(2), 1] });
    }
    return { name: context.node("Flatten", [input], { axis: 1 }), channelsSecond: false };
  },

  Reshape(context) {
    const { graph, name } = context;
    const input = graph.inOrder(name, context.input);
    const [, ...target] = context.outputShapes[0] ?? [];
    if (target.filter((length) => length === null).length > 1)
      return context.refuse("several of its lengths are open");
    // Zero keeps the batch.
    const shape = graph.integers(`${name}/shape`, [0, ...target.map((length) => length ?? -1)]);
    return { name: context.node("Reshape", [input.name, shape]), channelsSecond: false };
  },

  Permute(context) {
    const input = context.graph.inOrder(context.name, context.input);
    const perm = [0, ...asList(context.config["dims"])];
    return { name: context.node("Transpose", [input.name], { perm }), channelsSecond: false };
  },

  RepeatVector(context) {
    const { graph, name, config, input } = context;
    const row = context.node("Unsqueeze", [input.name, graph.integers(`${name}/axes`, [1])]);
    const times = graph.integers(`${name}/shape`, [1, config["n"] as number, 1]);
    return { name: context.node("Expand", [row, times]), channelsSecond: false };
  },

  ZeroPadding2D(context) {
    const edges = edgesOf(context, "padding");
    const pads = context.input.shape.map(() => 0);
    const ends = [...pads];
    for (const [axis, before, behind] of edges) {
      pads[axis] = before;
      ends[axis] = behind;
    }
    const lengths = context.graph.integers(`${context.name}/pads`, [...pads, ...ends]);
    return { ...context.input, name: context.node("Pad", [context.input.name, lengths]) };
  },

  Cropping2D(context) {
    const { graph, name, input } = context;
    const edges = edgesOf(context, "cropping");
    const lists = {
      starts: edges.map(([, before]) => before),
      ends: edges.map(([, , behind]) => (behind === 0 ? END : -behind)),
      axes: edges.map(([axis]) => axis),
    };
    const given = Object.entries(lists).map(([kind, list]) => graph.integers(`${name}/${kind}`, list));
    return { ...input, name: context.node("Slice", [input.name, ...given]) };
  },

  UpSampling2D(context) {
    const { graph, name, config } = context;
    const place = spatial(context);
    const scales = graph.floats(`${name}/scales`, [1, 1, ...asList(config["size"])]);
    const nearest = config["interpolation"] === "nearest";
    const result = context.node("Resize", [place.input.name, "", scales], {
      mode: nearest ? "nearest" : "linear",
      coordinate_transformation_mode: "asymmetric",
      nearest_mode: nearest ? "floor" : undefined,
    });
    return spatialOutput(place, result);
  },

  Rescaling(context) {
    const { graph, name, config, input } = context;
    const [scale, offset] = ["scale", "offset"].map((key) =>
      graph.floats(`${name}/${key}`, [config[key] as number], []),
    ) as [string, string];
    return { ...input, name: context.node("Add", [context.node("Mul", [input.name, scale]), offset]) };
  },
};

/** The axes of height and width in the file, with what is added or cut before and behind. */
function edgesOf(
  { config, input }: LayerContext,
  key: string,
): (readonly [axis: number, before: number, behind: number])[] {
  const first = config["dataFormat"] === "channelsFirst" ? 2 : 1;
  const edges = config[key] as readonly (readonly [number, number])[];
  return edges.map(([before, behind], index) => [axisOf(input, first + index), before, behind]);
}
