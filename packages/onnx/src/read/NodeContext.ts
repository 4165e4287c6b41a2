import { type Tensor, tensor, tidy } from "@tensorflow/tfjs-core";
import { layers, type LayersModel, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { DecodedNode } from "./readOnnxFile.ts";
import type { OnnxTensor } from "./decodeTensor.ts";
import { isTensor, type Loaded, type LoadedTensor } from "./Loaded.ts";

/** A layer of tfjs, which exports its type only inside of a model's. */
export type Layer = LayersModel["layers"][number];

/** Numbers for a weight of a layer. */
export interface Weight {
  readonly data: Float32Array | readonly number[];
  readonly shape: readonly number[];
}

/** Thrown inside while a node is read that cannot be: noted, and reading goes on. */
export class Unreadable extends Error {}

/** What has been made of a file so far. */
export interface Made {
  readonly layers: Layer[];
  readonly names: Set<string>;
  /** The batch of the first input of the file; null where it is free. */
  readonly batch: number | null;
}

/** Reads a node: what its first output is. */
export type NodeReader = (node: NodeContext) => Loaded;

/** Readers of nodes, by their operators. */
export type NodeReaders = Readonly<Record<string, NodeReader>>;

/** A node with what its names stand for, and the ways to make layers of it. */
export class NodeContext {
  readonly node: DecodedNode;
  readonly opset: number;
  /** Inputs by their places; those that are not given are undefined. */
  readonly inputs: readonly (Loaded | undefined)[];
  /** How many samples the file computes at once; null for any number. */
  readonly batch: number | null;
  readonly #layers: Layer[];
  readonly #names: Set<string>;

  constructor(node: DecodedNode, opset: number, inputs: readonly (Loaded | undefined)[], made: Made) {
    this.node = node;
    this.opset = opset;
    this.inputs = inputs;
    this.batch = made.batch;
    this.#layers = made.layers;
    this.#names = made.names;
  }

  /** The first input, which has to be computed. */
  get input(): LoadedTensor {
    return this.tensor(0);
  }

  tensor(place: number): LoadedTensor {
    const input = this.inputs[place];
    return isTensor(input) ? input : this.refuse(`its input ${place} is stored in the file`);
  }

  /** A stored input, such as a kernel. */
  stored(place: number): OnnxTensor {
    return this.optional(place) ?? this.refuse(`its input ${place} is missing`);
  }

  /** A stored input that may be left out. */
  optional(place: number): OnnxTensor | undefined {
    const input = this.inputs[place];
    return isTensor(input) ? this.refuse(`its input ${place} is computed, not stored in the file`) : input;
  }

  number(name: string, otherwise: number): number {
    const value = this.node.attributes.get(name);
    return typeof value === "number" ? value : otherwise;
  }

  text(name: string, otherwise: string): string {
    const value = this.node.attributes.get(name);
    return typeof value === "string" ? value : otherwise;
  }

  /** A list of numbers, as an attribute or, from newer opsets on, as a stored input. */
  list(name: string, place?: number): number[] | undefined {
    const value = this.node.attributes.get(name);
    if (Array.isArray(value)) return value as number[];
    const input = place === undefined ? undefined : this.optional(place);
    return input && [...input.data];
  }

  /** Says why this node cannot be read. */
  refuse(reason: string): never {
    throw new Unreadable(reason);
  }

  /** The settings of a layer with a name that is free, made of the node's: its own without the operator, as far as that goes. */
  named<Settings extends object>(settings: Settings): Settings & { name: string } {
    const { name, operator, outputs } = this.node;
    // What tfjs takes for names of weights.
    const given =
      (name || outputs[0] || operator).replaceAll(/[^\w./-]/g, "_").replace(/^[^A-Za-z0-9]+/, "") || operator;
    const short = given.endsWith(`/${operator}`) ? given.slice(0, -operator.length - 1) : given;
    const wanted = this.#names.has(short) ? given : short;
    let free = wanted;
    for (let count = 2; this.#names.has(free); count++) free = `${wanted}_${count}`;
    this.#names.add(free);
    return { ...settings, name: free };
  }

  /** Puts a layer behind tensors, with these weights in its own order. */
  apply(
    layer: Layer,
    inputs: SymbolicTensor | SymbolicTensor[],
    weights: readonly Weight[] = [],
  ): SymbolicTensor {
    this.#layers.push(layer);
    const output = layer.apply(inputs) as SymbolicTensor;
    if (weights.length > 0) {
      tidy(() =>
        layer.setWeights(weights.map(({ data, shape }): Tensor => tensor(data as number[], [...shape]))),
      );
    }
    return output;
  }

  /** The tensor with its axes in the order of the file. */
  fileOrder(input: LoadedTensor): LoadedTensor {
    if (!input.channelsLast) return input;
    const rank = input.symbol.shape.length;
    const dims = [rank - 1, ...Array.from({ length: rank - 2 }, (_, axis) => axis + 1)];
    return {
      ...input,
      symbol: this.apply(layers.permute(this.named({ dims })), input.symbol),
      channelsLast: false,
    };
  }

  /** The tensor with the file's second axis last, as tfjs convolves. */
  channelsLast(input: LoadedTensor): LoadedTensor {
    const rank = input.symbol.shape.length;
    if (input.channelsLast || rank < 3) return input;
    const dims = [...Array.from({ length: rank - 2 }, (_, axis) => axis + 2), 1];
    return {
      ...input,
      symbol: this.apply(layers.permute(this.named({ dims })), input.symbol),
      channelsLast: true,
    };
  }
}
