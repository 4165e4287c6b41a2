import { sequential } from "@tensorflow/tfjs-layers";
import { listAt, objectAt } from "../config/Json.ts";
import type { CreateModel, LayerSpec, PlannedLayer } from "./Plan.ts";

/** Looks through a sequential model. */
export async function planSequential({ config, name, within }: LayerSpec): Promise<CreateModel> {
  let layers = listAt(config["layers"]).map(objectAt);
  if (layers[0]?.["class_name"] !== "InputLayer") {
    const { withInput } = await import("./withInput.ts");
    layers = withInput(layers, config);
  }
  const planned: PlannedLayer[] = [];
  for (const layer of layers) planned.push(await within(layer));
  return () => {
    const model = sequential(name === "" ? {} : { name });
    const made = planned.map(({ create }) => create());
    for (const layer of made) model.add(layer);
    return { model, layers: made.filter((layer) => layer.getClassName() !== "InputLayer") };
  };
}
