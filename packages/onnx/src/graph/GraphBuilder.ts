import type { LayerVariable } from "@tensorflow/tfjs-layers";
import type { OnnxProblem } from "../OnnxError.ts";
import type { Attributes, Initializer, OnnxNode } from "./OnnxNode.ts";
import type { Value } from "./Value.ts";

/** The values of a weight, and what is done to them before they are stored. */
export interface WeightValues {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** Collects the nodes and the stored tensors of a graph, and what stands in its way. */
export class GraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly initializers: Initializer[] = [];
  readonly problems: OnnxProblem[] = [];
  readonly #weights: ReadonlyMap<number, Float32Array>;
  readonly #names = new Set<string>();
  readonly #stored = new Map<string, string>();
  readonly #turned = new Map<string, Value>();

  /** @param weights the values of each weight of the model, by its id */
  constructor(weights: ReadonlyMap<number, Float32Array>) {
    this.#weights = weights;
  }

  /** This name, or one with a number behind it where it is taken. */
  unique(name: string): string {
    let free = name;
    for (let count = 2; this.#names.has(free); count++) free = `${name}_${count}`;
    this.#names.add(free);
    return free;
  }

  /** Adds a node, named by its layer and operator, and gives the name of its output. */
  node(layer: string, operator: string, inputs: readonly string[], attributes: Attributes = {}): string {
    return this.outputs(layer, operator, inputs, 1, attributes)[0] as string;
  }

  /** Adds a node with several outputs and gives their names. */
  outputs(
    layer: string,
    operator: string,
    inputs: readonly string[],
    count: number,
    attributes: Attributes = {},
  ): string[] {
    const name = this.unique(`${layer}/${operator}`);
    const outputs = Array.from({ length: count }, (_, index) =>
      index === 0 ? name : this.unique(`${name}:${index}`),
    );
    this.nodes.push({ name, operator, inputs, outputs, attributes });
    return outputs;
  }

  /** Stores whole numbers, such as a shape. */
  integers(name: string, values: readonly number[], shape: readonly number[] = [values.length]): string {
    return this.#store(name, BigInt64Array.from(values, BigInt), shape);
  }

  /** Stores numbers that are no weights. */
  floats(name: string, values: ArrayLike<number>, shape: readonly number[] = [values.length]): string {
    return this.#store(name, Float32Array.from(values), shape);
  }

  /**
   * Stores a weight under its own name, once, however many layers share it.
   *
   * @param arrange brings it into the order of ONNX, always the same for the same weight
   */
  weight(
    variable: LayerVariable,
    arrange: (values: WeightValues) => WeightValues = (values) => values,
  ): string {
    const key = `${variable.id}`;
    const known = this.#stored.get(key);
    if (known !== undefined) return known;
    const data = this.#weights.get(variable.id) ?? new Float32Array();
    const arranged = arrange({ data, shape: variable.shape as number[] });
    const name = this.#store(variable.originalName, arranged.data, arranged.shape);
    this.#stored.set(key, name);
    return name;
  }

  /** The value with its axes in the order of the model. */
  inOrder(layer: string, value: Value): Value {
    return value.channelsSecond ? this.#turn(layer, value) : value;
  }

  /** The value with its last axis second, as ONNX convolves. */
  channelsSecond(layer: string, value: Value): Value {
    return value.channelsSecond || value.shape.length < 3 ? value : this.#turn(layer, value);
  }

  #turn(layer: string, value: Value): Value {
    const known = this.#turned.get(value.name);
    if (known) return known;
    const axes = value.shape.map((_, axis) => axis);
    const last = axes.length - 1;
    const perm = value.channelsSecond ? [0, ...axes.slice(2), 1] : [0, last, ...axes.slice(1, last)];
    const name = this.node(layer, "Transpose", [value.name], { perm });
    const turned = { ...value, name, channelsSecond: !value.channelsSecond };
    this.#turned.set(value.name, turned);
    this.#turned.set(name, value);
    return turned;
  }

  #store(name: string, data: Float32Array | BigInt64Array, shape: readonly number[]): string {
    const stored = this.unique(name);
    this.initializers.push({ name: stored, shape, data });
    return stored;
  }
}
