import type { LayersModel, LayerVariable, Shape } from "@tensorflow/tfjs-layers";
import type { GraphBuilder, WeightValues } from "../graph/GraphBuilder.ts";
import type { Attributes } from "../graph/OnnxNode.ts";
import type { Value } from "../graph/Value.ts";

/** A layer of tfjs, which exports its type only inside of a model's. */
export type Layer = LayersModel["layers"][number];

/** A tensor that a layer makes; its shape is what the layer computes. */
export type Output = Pick<Value, "name" | "channelsSecond">;

/** Writes a layer into the graph. */
export type LayerWriter = (context: LayerContext) => Output | readonly Output[];

/** Writers of layers, by the names of their classes in tfjs. */
export type LayerWriters = Readonly<Record<string, LayerWriter>>;

/** What a layer is and where it stands, with the ways to write it. */
export class LayerContext {
  readonly graph: GraphBuilder;
  /** The name of the layer in the file. */
  readonly name: string;
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inputs: readonly Value[];
  /** Of each output. */
  readonly outputShapes: readonly Shape[];
  readonly weights: readonly LayerVariable[];
  /** Writes a layer inside of this one. */
  readonly write: (layer: Layer, inputs: readonly Value[]) => readonly Value[];
  /** What a wrapper wraps. */
  readonly inner: Layer | undefined;

  constructor(what: Omit<LayerContext, "input" | "node" | "weight" | "refuse" | "same" | "with">) {
    this.graph = what.graph;
    this.name = what.name;
    this.className = what.className;
    this.config = what.config;
    this.inputs = what.inputs;
    this.outputShapes = what.outputShapes;
    this.weights = what.weights;
    this.write = what.write;
    this.inner = what.inner;
  }

  /** The only input of most layers, or the first. */
  get input(): Value {
    return this.inputs[0] as Value;
  }

  /** Adds a node of this layer. */
  node(operator: string, inputs: readonly string[], attributes?: Attributes): string {
    return this.graph.node(this.name, operator, inputs, attributes);
  }

  /** Stores the weight of this name, such as `kernel`; nothing where the layer has none. */
  weight(name: string, arrange?: (values: WeightValues) => WeightValues): string | undefined {
    const variable = this.weights.find(({ originalName }) => originalName.split("/").at(-1) === name);
    return variable && this.graph.weight(variable, arrange);
  }

  /** A node that treats each number alone, whatever the order of the axes is. */
  same(operator: string, attributes?: Attributes): Output {
    const { name, channelsSecond } = this.input;
    return { name: this.node(operator, [name], attributes), channelsSecond };
  }

  /** Notes that this layer cannot be written, and gives something to go on with, so that all problems are found at once. */
  refuse(reason: string): readonly Output[] {
    this.graph.problems.push({ name: this.name, kind: this.className, reason });
    return this.outputShapes.map(() => ({ name: this.input.name, channelsSecond: false }));
  }

  /** The same place with another layer in it. */
  with(
    what: Partial<Pick<LayerContext, "className" | "config" | "inputs" | "outputShapes" | "weights">>,
  ): LayerContext {
    const { graph, name, className, config, inputs, outputShapes, weights, write, inner } = this;
    return new LayerContext({
      graph,
      name,
      className,
      config,
      inputs,
      outputShapes,
      weights,
      write,
      inner,
      ...what,
    });
  }
}
