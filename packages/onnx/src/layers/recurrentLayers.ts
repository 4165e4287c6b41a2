import type { WeightValues } from "../graph/GraphBuilder.ts";
import { permute } from "../graph/permute.ts";
import type { LayerContext, LayerWriter, LayerWriters, Output } from "./LayerContext.ts";

/** How a kind of recurrent layer is written: its operator, and which block of its weights stands where in ONNX. */
interface Kind {
  readonly operator: "RNN" | "GRU" | "LSTM";
  readonly blocks: readonly number[];
  /** How many activations its operator takes. */
  readonly activations: number;
}

const kinds: Readonly<Record<string, Kind>> = {
  SimpleRNN: { operator: "RNN", blocks: [0], activations: 1 },
  GRU: { operator: "GRU", blocks: [0, 1, 2], activations: 2 },
  // Input, forget, cell, output there; input, output, forget, cell here.
  LSTM: { operator: "LSTM", blocks: [0, 3, 1, 2], activations: 3 },
};

/** Activations that the recurrent operators know; their defaults are those of tfjs. */
const activations: Readonly<Record<string, string>> = {
  elu: "Elu",
  hardSigmoid: "HardSigmoid",
  linear: "Affine",
  relu: "Relu",
  sigmoid: "Sigmoid",
  softplus: "Softplus",
  softsign: "Softsign",
  tanh: "Tanh",
};

const recurrent: LayerWriter = (context) => {
  const { config } = context;
  const done = writeRecurrent(context);
  if (done === undefined || config["goBackwards"] !== true || config["returnSequences"] !== true) {
    return done ?? refuseSetting(context);
  }
  // Going backwards, tfjs gives the last step first.
  const [sequence, ...states] = done as [Output, ...Output[]];
  return [{ ...sequence, name: backwards(context, sequence.name) }, ...states];
};

/** Layers that remember. */
export const recurrentLayers: LayerWriters = {
  SimpleRNN: recurrent,
  GRU: recurrent,
  LSTM: recurrent,

  Bidirectional(context) {
    const { config, weights, inputs } = context;
    const wrapped = config["layer"] as { className: string; config: Readonly<Record<string, unknown>> };
    if (!(wrapped.className in kinds))
      return context.refuse(`it wraps a layer of the class ${wrapped.className}`);
    if (inputs.length > 1) return context.refuse("it starts from given states");
    if (wrapped.config["returnState"] === true) return context.refuse("it returns its states");
    const half = weights.length / 2;
    const directions = [false, true].map((second) =>
      writeRecurrent(
        context.with({
          className: wrapped.className,
          config: { ...wrapped.config, goBackwards: second !== (wrapped.config["goBackwards"] === true) },
          weights: second ? weights.slice(half) : weights.slice(0, half),
        }),
      )?.at(0),
    );
    const [forward, backward] = directions;
    if (!forward || !backward) return refuseSetting(context.with({ config: wrapped.config }));
    const names = [forward.name, backward.name];
    const mode = config["mergeMode"];
    if (mode === null || mode === undefined) return [forward, backward];
    const merged =
      mode === "concat"
        ? context.node("Concat", names, { axis: -1 })
        : context.node(mode === "sum" ? "Sum" : mode === "ave" ? "Mean" : "Mul", names);
    return { name: merged, channelsSecond: false };
  },
};

/** Sequence or last step, then the states; each step of the sequence at its time. Nothing for settings that ONNX does not have. */
function writeRecurrent(context: LayerContext): Output[] | undefined {
  const { graph, name, config, inputs } = context;
  const { operator, blocks, activations: count } = kinds[context.className] as Kind;
  const gates =
    count === 1 ? ["activation"] : ["recurrentActivation", "activation", "activation"].slice(0, count);
  const names = gates.map((gate) => activations[String(config[gate])]);
  if (config["stateful"] === true || names.includes(undefined)) return undefined;
  const direction = config["goBackwards"] === true ? "reverse" : "forward";
  const [sequence, ...states] = inputs.map((value) => graph.inOrder(name, value).name) as [
    string,
    ...string[],
  ];
  const units = config["units"] as number;
  const arranged = (weight: string) => context.weight(weight, (values) => gatesFirst(values, units, blocks));
  const bias = context.weight("bias", (values) => bothBiases(values, units, blocks));
  const first = graph.integers(`${name}/axes`, [0]);
  const starts = states.map((state) => context.node("Unsqueeze", [state, first]));
  const given = [
    context.node("Transpose", [sequence], { perm: [1, 0, 2] }),
    arranged("kernel") as string,
    arranged("recurrent_kernel") as string,
    ...(bias !== undefined || starts.length > 0 ? [bias ?? ""] : []),
    ...(starts.length > 0 ? ["", ...starts] : []),
  ];
  const outputs = graph.outputs(name, operator, given, operator === "LSTM" ? 3 : 2, {
    hidden_size: units,
    activations: names as string[],
    direction,
  });
  const [steps = "", ...last] = outputs;
  const squeezed = last.map((state) => ({
    name: context.node("Squeeze", [state, first]),
    channelsSecond: false,
  }));
  const [hidden] = squeezed as [Output];
  const result =
    config["returnSequences"] === true ? { name: ofAllSteps(context, steps), channelsSecond: false } : hidden;
  return config["returnState"] === true ? [result, ...squeezed] : [result];
}

/** `[steps, directions, batch, units]` to `[batch, steps, units]`. */
function ofAllSteps(context: LayerContext, steps: string): string {
  const direction = context.graph.integers(`${context.name}/axes`, [1]);
  return context.node("Transpose", [context.node("Squeeze", [steps, direction])], { perm: [1, 0, 2] });
}

/** The steps of a sequence from the last to the first. */
function backwards(context: LayerContext, sequence: string): string {
  const lists = { starts: [-1], ends: [-(2 ** 31)], axes: [1], steps: [-1] };
  const given = Object.entries(lists).map(([kind, list]) =>
    context.graph.integers(`${context.name}/${kind}`, list),
  );
  return context.node("Slice", [sequence, ...given]);
}

function refuseSetting(context: LayerContext) {
  const { activation, recurrentActivation, stateful } = context.config;
  return context.refuse(
    stateful === true
      ? "it is stateful"
      : `one of its activations, ${JSON.stringify({ activation, recurrentActivation })}, is not among ${Object.keys(activations).join(", ")}`,
  );
}

/** `[inputs, gates * units]` to `[1, gates * units, inputs]`, the gates in the order of ONNX. */
function gatesFirst({ data, shape }: WeightValues, units: number, blocks: readonly number[]): WeightValues {
  const [inputs = 0] = shape;
  const turned = permute(data, shape, [1, 0]);
  return { data: inBlocks(turned, units * inputs, blocks), shape: [1, blocks.length * units, inputs] };
}

/** ONNX has a second bias, for the states. */
function bothBiases({ data }: WeightValues, units: number, blocks: readonly number[]): WeightValues {
  const both = new Float32Array(data.length * 2);
  both.set(inBlocks(data, units, blocks));
  return { data: both, shape: [1, both.length] };
}

function inBlocks(data: Float32Array, length: number, blocks: readonly number[]): Float32Array {
  const ordered = new Float32Array(data.length);
  for (const [to, from] of blocks.entries()) {
    ordered.set(data.subarray(from * length, (from + 1) * length), to * length);
  }
  return ordered;
}
