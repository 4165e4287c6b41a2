import { serialization } from "@tensorflow/tfjs-core";
import { corrupt } from "../faults.ts";
import { type Json, listAt, objectAt, textAt } from "../config/Json.ts";
import { toTfjsLayer } from "../config/toTfjsLayer.ts";
import { registerResetAfterGru, resetAfterCell, resetAfterGru } from "../layers/resetAfterGru.ts";
import type { Create, Layer, Plan } from "./Plan.ts";
import { planFunctional } from "./planFunctional.ts";
import { planSequential } from "./planSequential.ts";

/** Models within models; Keras nests them as deep as it likes. */
const maxNesting = 16;

/**
 * Looks through the configuration of a layer or a model, and notes what tfjs does not have.
 *
 * @param path the names of the models around it
 */
export function planLayer(spec: Json, path: readonly string[], plan: Plan): Create {
  if (path.length > maxNesting) throw corrupt(`models in it are nested more than ${maxNesting} deep`);
  const className = textAt(spec["class_name"]);
  const config = objectAt(spec["config"]);
  const name = textAt(config["name"]);
  const inner = (value: unknown, of = name): Create => planLayer(objectAt(value), [...path, of], plan);
  const missing = (what: string): void => {
    plan.unsupported.push({ layer: [...path, name].filter(Boolean).join("/"), className, missing: what });
  };
  if (/^keras\.src\.ops\b/.test(textAt(spec["module"]))) missing("operations outside of layers");
  if (className === "Sequential") return planSequential(spec, path, plan, planLayer);
  if (className === "Functional" || className === "Model") return planFunctional(spec, path, plan, planLayer);
  if (className === "InputLayer") return () => create("InputLayer", inputConfig(config));

  if (className === "Masking" || config["mask_zero"] === true) plan.masks = true;
  if (className === "TimeDistributed") {
    const layer = inner(config["layer"]);
    return () => create(className, { name, layer: layer() });
  }
  if (className === "Bidirectional") {
    const layer = inner(strippedOfDirection(config["layer"]));
    if (!mirrored(config)) missing("a backward layer of its own");
    const { return_sequences: sequences, zero_output_for_mask: zeros } = objectAt(
      objectAt(config["layer"])["config"],
    );
    if (plan.masks && sequences === true && zeros === true) missing("zeros where steps are masked");
    return () => create(className, { name, layer: layer(), mergeMode: config["merge_mode"] });
  }
  if (className === "StackedRNNCells") {
    const cells = listAt(config["cells"]).map((cell) => inner(cell));
    return () => create(className, { name, cells: cells.map((cell) => cell()) });
  }
  const { cell: cellSpec, ...settings } = config;
  const layer = toTfjsLayer(className, settings, plan.modern);
  for (const what of layer.missing) missing(what);
  const { resetAfter, ...rest } = layer.config;
  if (className === "RNN") {
    const cells = [cellSpec].flat().map((cell) => inner(cell));
    return () => {
      const [cell, ...more] = cells.map((cell) => cell());
      return create(className, { ...rest, cell: more.length === 0 ? cell : [cell, ...more] });
    };
  }
  if (resetAfter === true && layer.missing.length === 0) {
    registerResetAfterGru();
    return () => create(className === "GRU" ? resetAfterGru : resetAfterCell, rest);
  }
  return () => create(className, rest);
}

/** Layers of tfjs that compute the shape of their output in that of their input, which then is another. */
const writesIntoShapes = new Set(["CategoryEncoding", "CenterCrop"]);

/** Makes a layer of tfjs by the name of its class. */
function create(className: string, config: object): Layer {
  const [LayerClass] = serialization.SerializationMap.getMap().classNameMap[className] ?? [];
  if (LayerClass === undefined) throw corrupt(`${className} is no class of layers`);
  const layer = new (LayerClass as unknown as new (config: object) => Layer)(config);
  if (writesIntoShapes.has(className)) {
    const computeOutputShape = layer.computeOutputShape.bind(layer);
    layer.computeOutputShape = (shape) => computeOutputShape(structuredClone(shape));
  }
  return layer;
}

/** The largest length of an axis; what is beyond is no picture, text or table. */
const maxLength = 2 ** 24;

/** What tfjs takes for the input that Keras describes. */
function inputConfig(config: Json): object {
  const batchInputShape = listAt(config["batch_shape"] ?? config["batch_input_shape"]);
  return {
    name: textAt(config["name"]),
    batchInputShape: checkedShape(batchInputShape),
    dtype: inputType(config["dtype"]),
  };
}

/** A shape with its batch axis, as the file has it. */
function checkedShape(shape: readonly unknown[]): (number | null)[] {
  const whole = (length: unknown): length is number => Number.isSafeInteger(length) && (length as number) > 0;
  if (
    shape.length > 0 &&
    shape.every((length) => length === null || (whole(length) && length <= maxLength))
  ) {
    return shape as (number | null)[];
  }
  throw corrupt(`an input has the shape ${JSON.stringify(shape)}`);
}

function inputType(dtype: unknown): "float32" | "int32" | "bool" {
  const name = textAt(dtype);
  if (name === "bool") return "bool";
  return /^u?int/.test(name) ? "int32" : "float32";
}

/** The wrapper puts "forward_" before the name again. */
function strippedOfDirection(layer: unknown): Json {
  const { config, ...rest } = objectAt(layer);
  const name = textAt(objectAt(config)["name"]).replace(/^forward_/, "");
  return { ...rest, config: { ...objectAt(config), name } };
}

/** Whether the layer backwards is the one forwards, turned around: all that tfjs has. */
function mirrored(config: Json): boolean {
  const settings = (layer: unknown): string => {
    const { name: _, go_backwards: __, ...rest } = objectAt(objectAt(layer)["config"]);
    return JSON.stringify(rest, (key, value) =>
      key === "shared_object_id" || key === "build_config" ? undefined : value,
    );
  };
  const { layer, backward_layer: backward } = config;
  return !backward || settings(layer) === settings(backward);
}
