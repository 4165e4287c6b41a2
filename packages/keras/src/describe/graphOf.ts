import type { LayersModel, SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { Layer } from "../Layer.ts";

/** A tensor between layers, by the layer, its call and its output. */
export type History = readonly [layer: string, call: number, tensor: number];

/** A call of a layer within a model. */
export interface DescribedCall {
  readonly inputs: readonly SymbolicTensor[];
  /** The states that a recurrent layer starts from. */
  readonly state: readonly SymbolicTensor[];
}

/** The calls in a model, counted anew: a layer may be called in other models too. */
export interface Graph {
  readonly callsOf: (layer: Layer) => readonly DescribedCall[];
  readonly history: (tensor: SymbolicTensor) => History;
  /** The history of an input or an output of the model. */
  readonly end: (tensor: SymbolicTensor) => History;
}

/** Looks through the calls of the layers of a model. */
export function graphOf(model: LayersModel): Graph {
  const { containerNodes } = model as unknown as { readonly containerNodes: ReadonlySet<string> };
  const nodesOf = (layer: Layer) =>
    layer.inboundNodes.filter((_, i) => containerNodes.has(`${layer.name}_ib-${i}`));
  const history = (tensor: SymbolicTensor): History => {
    const { sourceLayer, nodeIndex, tensorIndex } = tensor;
    const node = sourceLayer.inboundNodes[nodeIndex];
    return [sourceLayer.name, nodesOf(sourceLayer).findIndex((other) => other === node), tensorIndex];
  };
  return {
    history,
    callsOf: (layer) => {
      // tfjs appends the states to the inputs of a recurrent layer.
      const recurrent = "cell" in layer || "forwardLayer" in layer;
      return nodesOf(layer)
        .filter(({ inboundLayers }) => inboundLayers.length > 0)
        .map(({ inputTensors }) => {
          const inputs = recurrent ? inputTensors.slice(0, 1) : inputTensors;
          return {
            inputs,
            state: inputTensors.slice(inputs.length),
          };
        });
    },
    end: (tensor) => {
      const [name, call, output] = history(tensor);
      // Here, and only here, Keras counts the calls of functional models from 1.
      return [name, tensor.sourceLayer.getClassName() === "Model" ? call + 1 : call, output];
    },
  };
}
