import type { LayersModel, SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { Layer } from "../build/Plan.ts";
import type { Json } from "../config/Json.ts";
import { kerasClassName } from "../config/kerasClassName.ts";
import { KerasError, type UnsupportedLayer } from "../KerasError.ts";
import { toKerasLayer } from "./toKerasLayer.ts";
import { type DescribedCall, functionalCalls } from "./functionalCalls.ts";

/** How a model is written down: as Keras 3 does in `.keras`, or as Keras 2 did, and 3 still reads, in `.h5`. */
export type Dialect = "modern" | "legacy";

/**
 * Describes a model of tfjs in the words of Keras.
 *
 * @throws {KerasError} `UNSUPPORTED_LAYERS` with all that Keras does not have
 */
export function describeModel(model: LayersModel, dialect: Dialect): Json {
  const unsupported: UnsupportedLayer[] = [];
  const described = describe(model, []);
  if (unsupported.length === 0) return described;
  const list = unsupported
    .map(({ layer, className, missing }) => `${layer} (${className}): ${missing}`)
    .join("; ");
  throw new KerasError(
    "UNSUPPORTED_LAYERS",
    `Keras does not have all that this model is made of. ${list}. Replace these layers, or save the model in the format of TensorFlow.js.`,
    { unsupported },
  );

  function describe(layer: Layer, path: readonly string[]): Json {
    const className = kerasClassName(layer);
    const inner = [...path, layer.name];
    const missing = (what: string): void => {
      unsupported.push({ layer: inner.join("/"), className, missing: what });
    };
    const within = (part: unknown): Json => describe(part as Layer, inner);
    const parts = layer as unknown as Readonly<Record<string, unknown>>;
    const { name } = layer;
    if (className === "Sequential")
      return wrap("keras", className, sequentialConfig(layer as LayersModel, within));
    if (className === "Functional") {
      return wrap("keras.src.models.functional", className, functionalConfig(layer as LayersModel, within));
    }
    if (className === "InputLayer") {
      const { batchInputShape, dtype } = layer as Layer & {
        batchInputShape: (number | null)[];
        dtype: string;
      };
      return wrap("keras.layers", className, inputConfig(name, batchInputShape, dtype));
    }
    if (className === "TimeDistributed") {
      return wrap("keras.layers", className, { name, layer: within(parts["layer"]) });
    }
    if (className === "Bidirectional") {
      const { forwardLayer, mergeMode } = parts;
      return wrap("keras.layers", className, { name, merge_mode: mergeMode, layer: within(forwardLayer) });
    }
    if (className === "StackedRNNCells") {
      return wrap("keras.layers", className, { name, cells: (parts["cells"] as Layer[]).map(within) });
    }
    if (className === "RNN") {
      const settings = toKerasLayer(layer, missing);
      return wrap("keras.layers", className, { ...settings, cell: within(parts["cell"]) });
    }
    return wrap("keras.layers", className, toKerasLayer(layer, missing));
  }

  function wrap(module: string, className: string, config: Json): Json {
    return {
      module,
      class_name: className,
      config,
      registered_name: module === "keras.src.models.functional" ? className : null,
    };
  }

  function inputConfig(name: string, shape: readonly (number | null)[], dtype: string): Json {
    return {
      name,
      dtype,
      [dialect === "legacy" ? "batch_input_shape" : "batch_shape"]: shape,
      sparse: false,
    };
  }

  function sequentialConfig(sequential: LayersModel, within: (layer: Layer) => Json): Json {
    const { layers } = sequential;
    const [input] = sequential.inputs as [SymbolicTensor];
    const before =
      layers[0]?.getClassName() === "InputLayer"
        ? []
        : [wrap("keras.layers", "InputLayer", inputConfig(input.name, input.shape, input.dtype))];
    return {
      name: sequential.name,
      trainable: sequential.trainable,
      layers: [...before, ...layers.map(within)],
    };
  }

  function functionalConfig(functional: LayersModel, within: (layer: Layer) => Json): Json {
    const { calls, inputs, outputs } = functionalCalls(functional);
    const layers = functional.layers.map((layer) => ({
      ...within(layer),
      name: layer.name,
      inbound_nodes: (calls.get(layer) ?? []).map((call) =>
        dialect === "legacy" ? legacyCall(call) : modernCall(call),
      ),
    }));
    return {
      name: functional.name,
      trainable: functional.trainable,
      layers,
      input_layers: inputs,
      output_layers: outputs,
    };
  }
}

function modernCall({ inputs, list, state }: DescribedCall): Json {
  const tensor = ({ history, shape, dtype }: DescribedCall["inputs"][number]) => ({
    class_name: "__keras_tensor__",
    config: { shape, dtype, keras_history: history },
  });
  const tensors = inputs.map(tensor);
  return {
    args: list ? [tensors] : tensors,
    kwargs: state.length > 0 ? { initial_state: state.map(tensor) } : {},
  };
}

function legacyCall({ inputs, state }: DescribedCall): unknown[] {
  const kwargs = state.length > 0 ? { initial_state: state.map(({ history }) => history) } : {};
  return inputs.map(({ history }, i) => [...history, i === 0 ? kwargs : {}]);
}
