import { sequential } from "@tensorflow/tfjs-layers";
import { corrupt } from "../faults.ts";
import { type Json, listAt, objectAt, textAt } from "../config/Json.ts";
import type { Create, Plan, PlanLayer } from "./Plan.ts";

/** Looks through a sequential model; the one of Keras 2 may be a list of layers without a name. */
export function planSequential(
  spec: Json,
  path: readonly string[],
  plan: Plan,
  planLayer: PlanLayer,
): Create {
  const config = objectAt(spec["config"]);
  const name = textAt(config["name"]);
  const specs = (Array.isArray(spec["config"]) ? spec["config"] : listAt(config["layers"])).map(objectAt);
  if (specs.length === 0) throw corrupt(`the model ${name} has no layers`);
  const inner = [...path, ...(name === "" ? [] : [name])];
  const creates = [...inputBefore(specs[0] ?? {}, config), ...specs].map((layer) =>
    planLayer(layer, inner, plan),
  );
  return () => {
    const model = sequential(name === "" ? {} : { name });
    const layers = creates.map((create) => create());
    for (const layer of layers) model.add(layer);
    plan.order.set(
      model,
      layers.filter((layer) => layer.getClassName() !== "InputLayer"),
    );
    if (config["trainable"] === false) model.trainable = false;
    return model;
  };
}

/** The input, where the file only says what shape the first layer takes: so does Keras 2, and Keras 3 of models built late. */
function inputBefore(first: Json, { build_input_shape: built }: Json): Json[] {
  if (first["class_name"] === "InputLayer") return [];
  const config = objectAt(first["config"]);
  const shape =
    config["batch_input_shape"] ??
    config["batch_shape"] ??
    (Array.isArray(built) ? [null, ...built.slice(1)] : undefined);
  if (shape === undefined) {
    if (["Sequential", "Functional", "Model"].includes(textAt(first["class_name"]))) return [];
    throw corrupt(
      "it does not say what shape its input has. Call the model on data in Keras, and save it again",
    );
  }
  // Embeddings take whole numbers, which tfjs keeps as float32 without harm.
  return [
    {
      class_name: "InputLayer",
      config: { name: `${textAt(config["name"]) || "layer"}_input`, batch_shape: shape },
    },
  ];
}
