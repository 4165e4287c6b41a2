import type { InputScaling } from "@minibatch/models";
import type { LayersModel, layers, SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { Network, Step } from "../engine/Network.ts";
import { StandaloneError } from "../StandaloneError.ts";
import type { Weights } from "../weights/encodeWeights.ts";
import { layerCompilers, numbers } from "./layerCompilers.ts";

/** A network and its weights. */
export interface CompiledModel {
  readonly network: Network;
  readonly weights: readonly Weights[];
}

/** What tfjs-layers keeps of each use of a layer; not in its types. */
interface Use {
  readonly inputTensors: readonly SymbolicTensor[];
  readonly outputTensors: readonly SymbolicTensor[];
}

/**
 * Turns a model into steps of plain JavaScript. Its weights are read from the backend that runs.
 *
 * @param scaling what raw inputs are scaled by before they enter the model; it becomes the first step
 * @throws {StandaloneError} `UNSUPPORTED_LAYER`, with all layers that there are no steps for; `UNSUPPORTED_MODEL` for several inputs or outputs
 */
export async function compileModel(model: LayersModel, scaling?: InputScaling): Promise<CompiledModel> {
  const [input, output] = requireOne(model);
  const steps: Step[] = [];
  const weights: Weights[] = [];
  const problems: string[] = [];
  const store = (values: Weights): number => weights.push(values) - 1;
  const add = (step: Step): number => steps.push(step);
  const places = new Map<number, number>([[input.id, scaleInputs(scaling, store, add)]]);
  for (const layer of model.layers) {
    for (const { inputTensors, outputTensors } of usesOf(layer)) {
      const inputs = inputTensors.map(({ id }) => places.get(id));
      const result = outputTensors[0];
      // A use in another model, of which this one has no part.
      if (result === undefined || places.has(result.id) || inputs.includes(undefined)) continue;
      const context = {
        config: layer.getConfig() as Readonly<Record<string, unknown>>,
        weights: await weightsOf(layer),
        inputs: inputs as number[],
        inputShapes: inputTensors.map(shapeOf),
        outputShape: shapeOf(result),
        store,
        add,
      };
      const compiler = layerCompilers[layer.getClassName()];
      try {
        if (compiler === undefined) throw new RangeError("no steps for this class");
        places.set(result.id, compiler(context));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        problems.push(`${layer.name} (${layer.getClassName()}: ${error.message})`);
        // All that is in the way is said at once.
        places.set(result.id, 0);
      }
    }
  }
  if (problems.length > 0) throw unsupported(problems);
  if (places.get(output.id) !== steps.length) throw severalOutputs();
  return { network: { inputShape: shapeOf(input), steps }, weights };
}

function scaleInputs(
  scaling: InputScaling | undefined,
  store: (values: Weights) => number,
  add: (step: Step) => number,
): number {
  if (scaling === undefined || (scaling.scale === 1 && scaling.offset === 0)) return 0;
  const places = { scale: store(numbers(scaling.scale)), offset: store(numbers(scaling.offset)) };
  return add({ kind: "scale", input: 0, ...places });
}

function requireOne({ inputs, outputs }: LayersModel): [SymbolicTensor, SymbolicTensor] {
  const [input, output] = [inputs[0], outputs[0]];
  if (input && output && inputs.length === 1 && outputs.length === 1) return [input, output];
  throw severalOutputs();
}

function severalOutputs(): StandaloneError {
  return new StandaloneError(
    "UNSUPPORTED_MODEL",
    "The model has several inputs or outputs, or its output is not what its last layer gives. Only a model that makes one output of one input can leave as plain JavaScript; ONNX takes others.",
  );
}

function unsupported(problems: readonly string[]): StandaloneError {
  return new StandaloneError(
    "UNSUPPORTED_LAYER",
    `There is no plain JavaScript for ${problems.join(", ")}. Export it to another format, such as ONNX or Keras.`,
  );
}

function usesOf(layer: layers.Layer): readonly Use[] {
  return (layer as unknown as { readonly inboundNodes: readonly Use[] }).inboundNodes;
}

function shapeOf({ shape }: SymbolicTensor): number[] {
  return shape.slice(1).map((length) => length ?? 0);
}

async function weightsOf(layer: layers.Layer): Promise<Weights[]> {
  const tensors = layer.getWeights();
  return Promise.all(
    tensors.map(async (tensor) => ({ shape: tensor.shape, data: (await tensor.data()) as Float32Array })),
  );
}
