import type { LayersModel, SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { Layer } from "../Layer.ts";
import { isWrapper } from "../config/isWrapper.ts";
import type { Json } from "../config/Json.ts";
import { kerasClassName } from "../layers/kerasClassName.ts";
import { kerasObject } from "../config/kerasObject.ts";
import type { KerasProblem } from "../KerasError.ts";
import { requireSupported } from "../requireSupported.ts";
import type { Dialect } from "./Dialect.ts";
import { graphOf } from "./graphOf.ts";
import { toKerasLayer } from "./toKerasLayer.ts";

/** Where Keras looks for the classes of models. */
const modules: Readonly<Record<string, string>> = {
  Functional: "keras.src.models.functional",
  Sequential: "keras",
};

/**
 * Describes a model of tfjs in the words of Keras.
 *
 * @throws {KerasError} `UNSUPPORTED_LAYERS` with all that Keras does not have
 */
export async function describeModel(
  model: LayersModel,
  { inputShape, describeCall }: Dialect,
): Promise<Json> {
  const problems: KerasProblem[] = [];
  const described = await describe(model, []);
  requireSupported(problems, "Keras", "Replace these layers, or save the model as TensorFlow.js does.");
  return described;

  async function describe(layer: Layer, path: readonly string[]): Promise<Json> {
    const className = kerasClassName(layer);
    const inner = [...path, layer.name];
    const within = (part: Layer): Promise<Json> => describe(part, inner);
    const missing = (reason: string): void => {
      problems.push({ name: inner.join("/"), kind: className, reason });
    };
    if (className === "InputLayer") return input(layer.name, layer.output as SymbolicTensor);
    if (className in modules) {
      const layers = await Promise.all((layer as LayersModel).layers.map(within));
      const graph = className === "Sequential" ? sequential : functional;
      const { name, trainable } = layer;
      return wrap(className, { name, trainable, ...graph(layer as LayersModel, layers) });
    }
    if (isWrapper(className)) {
      const { describeWrapper } = await import("./describeWrapper.ts");
      return wrap(className, await describeWrapper(layer, within));
    }
    return wrap(className, toKerasLayer(layer, missing));
  }

  function input(name: string, { shape, dtype }: SymbolicTensor): Json {
    return wrap("InputLayer", { name, dtype, [inputShape]: shape });
  }

  function sequential(model: LayersModel, described: readonly Json[]): Json {
    const [first] = model.inputs;
    const hasInput = model.layers[0]?.getClassName() === "InputLayer";
    return { layers: first && !hasInput ? [input(first.name, first), ...described] : described };
  }

  function functional(model: LayersModel, described: readonly Json[]): Json {
    const { callsOf, history, end } = graphOf(model);
    return {
      layers: model.layers.map((layer, i) => ({
        ...described[i],
        name: layer.name,
        inbound_nodes: callsOf(layer).map((call) => describeCall(call, history)),
      })),
      input_layers: model.inputs.map(end),
      output_layers: model.outputs.map(end),
    };
  }
}

function wrap(className: string, config: Json): Json {
  return kerasObject(modules[className] ?? "keras.layers", className, config);
}
