import { layers } from "@tensorflow/tfjs-layers";
import { isWrapper } from "../config/isWrapper.ts";
import { configOf, listAt, objectAt, textAt } from "../config/Json.ts";
import { registeredClass, tfjsClass } from "../config/tfjsClass.ts";
import { toTfjsLayer } from "../config/toTfjsLayer.ts";
import { corrupt } from "../faults.ts";
import { ownLayers } from "../layers/ownLayers.ts";
import type { Layer } from "../Layer.ts";
import type { Create, LayerSpec, Plan, PlannedLayer } from "./Plan.ts";
import { planFunctional } from "./planFunctional.ts";
import { planSequential } from "./planSequential.ts";
import { readCalls } from "./readCalls.ts";

/** Models within models; Keras nests them as deep as it likes. */
const maxNesting = 16;

/**
 * Looks through the configuration of a layer or a model, and notes what tfjs does not have.
 *
 * @param path the names of the models around it
 */
export async function planLayer(value: unknown, path: readonly string[], plan: Plan): Promise<PlannedLayer> {
  if (path.length > maxNesting) throw corrupt(`models in it are nested more than ${maxNesting} deep`);
  const json = objectAt(value);
  const config = configOf(json);
  const className = textAt(json["class_name"]);
  const name = textAt(config["name"]) || textAt(json["name"]);
  const inner = [...path, name];
  const before = plan.problems.length;
  const missing = (reason: string): void => {
    plan.problems.push({ name: inner.filter(Boolean).join("/"), kind: className, reason });
  };
  if (path.length > 0 && !/^([a-z\d][-\w./]*)?$/i.test(name))
    missing("its name, which may have a to z, 0 to 9 and, but not first, . _ and -");
  if (textAt(json["module"]).startsWith("keras.src.ops")) missing("operations outside of layers");
  const within = (part: unknown): Promise<PlannedLayer> => planLayer(part, inner, plan);
  const create = await planCreation({ className, config, name, missing, within }, plan);
  const calls = readCalls(json, (what) => {
    if (plan.problems.length === before) missing(what);
  });
  return { className, name, create, calls };
}

async function planCreation(spec: LayerSpec, plan: Plan): Promise<Create> {
  const { className, config, missing } = spec;
  if (className === "InputLayer") return planInput(spec);
  if (className === "Sequential" || className === "Functional") {
    const create = await (className === "Sequential" ? planSequential(spec) : planFunctional(spec));
    return () => {
      const { model, layers } = create();
      plan.order.set(model, layers);
      if (config["trainable"] === false) model.trainable = false;
      return model;
    };
  }
  if (className === "Masking" || config["mask_zero"] === true) plan.masks = true;
  if (isWrapper(className)) {
    const { planWrapper } = await import("./planWrapper.ts");
    return planWrapper(spec, plan);
  }
  const own = ownLayers.find((each) => each.fits(className, config));
  await own?.load();
  const Class = own ? registeredClass(own.prefix + className) : tfjsClass(className);
  const found = toTfjsLayer(Class, className, config);
  found.missing.forEach(missing);
  return () => found.layer as Layer;
}

/** The largest length of an axis; what is beyond is no picture, text or table. */
const maxLength = 2 ** 24;

function planInput({ name, config }: LayerSpec): Create {
  const shape = listAt(config["batch_shape"]);
  const isLength = (length: unknown) =>
    Number.isInteger(length) && 0 < Number(length) && Number(length) <= maxLength;
  if (shape.length === 0 || !shape.every((length) => length === null || isLength(length)))
    throw corrupt(`an input has the shape ${JSON.stringify(shape)}`);
  const type = textAt(config["dtype"]);
  const dtype = /^u?int/.test(type) ? "int32" : type === "bool" ? "bool" : "float32";
  return () => layers.inputLayer({ name, batchInputShape: shape as number[], dtype });
}
