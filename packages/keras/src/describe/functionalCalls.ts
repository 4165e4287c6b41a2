import type { LayersModel, SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { Layer } from "../build/Plan.ts";
import { kerasClassName } from "../config/kerasClassName.ts";

/** A tensor between layers, by the layer, its call and its output. */
export type History = readonly [layer: string, call: number, tensor: number];

/** A call of a layer within a model. */
export interface DescribedCall {
  readonly inputs: readonly {
    readonly history: History;
    readonly shape: readonly (number | null)[];
    readonly dtype: string;
  }[];
  /** Whether the layer takes a list, even of one. */
  readonly list: boolean;
  /** The states that a recurrent layer starts from. */
  readonly state: DescribedCall["inputs"];
}

/** A call, as tfjs keeps it. */
interface Node {
  readonly inboundLayers: readonly Layer[];
  readonly nodeIndices: readonly number[];
  readonly tensorIndices: readonly number[];
  readonly inputTensors: readonly SymbolicTensor[];
}

/** What tfjs keeps of a functional model, and its types do not say. */
interface Container {
  readonly containerNodes: ReadonlySet<string>;
  readonly inputLayers: readonly Layer[];
  readonly inputLayersNodeIndices: readonly number[];
  readonly inputLayersTensorIndices: readonly number[];
  readonly outputLayers: readonly Layer[];
  readonly outputLayersNodeIndices: readonly number[];
  readonly outputLayersTensorIndices: readonly number[];
}

/** Layers whose call takes a list of tensors. */
const merging = new Set(["Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply"]);

/** The calls of each layer that belong to a model, counted anew: a layer may be called in other models too. */
export function functionalCalls(model: LayersModel): {
  readonly calls: ReadonlyMap<Layer, readonly DescribedCall[]>;
  readonly inputs: readonly History[];
  readonly outputs: readonly History[];
} {
  const container = model as unknown as Container;
  const nodesOf = (layer: Layer): readonly Node[] => layer.inboundNodes;
  const isInside = (layer: Layer, index: number): boolean =>
    container.containerNodes.has(`${layer.name}_ib-${index}`);
  const numbered = (layer: Layer, index: number): number =>
    nodesOf(layer)
      .slice(0, index)
      .filter((_, before) => isInside(layer, before)).length;
  const history = (layer: Layer, index: number, tensor: number): History => [
    layer.name,
    numbered(layer, index),
    tensor,
  ];

  const describe = (layer: Layer, node: Node): DescribedCall => {
    const tensors = node.inboundLayers.map((from, i) => {
      const { shape, dtype } = node.inputTensors[i] as SymbolicTensor;
      return { history: history(from, node.nodeIndices[i] ?? 0, node.tensorIndices[i] ?? 0), shape, dtype };
    });
    // tfjs appends the states to the inputs of a recurrent layer.
    const recurrent = "cell" in layer || "forwardLayer" in layer;
    const inputs = recurrent ? tensors.slice(0, 1) : tensors;
    return {
      inputs,
      list: inputs.length > 1 || merging.has(layer.getClassName()),
      state: recurrent ? tensors.slice(1) : [],
    };
  };
  const calls = new Map(
    model.layers.map((layer) => {
      const inside = nodesOf(layer).filter((node, i) => isInside(layer, i) && node.inboundLayers.length > 0);
      return [layer, inside.map((node) => describe(layer, node))] as const;
    }),
  );
  const ends = (layers: readonly Layer[], nodes: readonly number[], tensors: readonly number[]): History[] =>
    layers.map((layer, i) => {
      const [name, call, tensor] = history(layer, nodes[i] ?? 0, tensors[i] ?? 0);
      // Here, and only here, Keras counts the calls of functional models from 1.
      return [name, kerasClassName(layer) === "Functional" ? call + 1 : call, tensor];
    });
  return {
    calls,
    inputs: ends(container.inputLayers, container.inputLayersNodeIndices, container.inputLayersTensorIndices),
    outputs: ends(
      container.outputLayers,
      container.outputLayersNodeIndices,
      container.outputLayersTensorIndices,
    ),
  };
}
