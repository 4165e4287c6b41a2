import type { ModelReference } from "../worker/commands/openModel.ts";

/** The id of the model that came with the app; others are of this browser. */
export const bundledModel = "mnist-convnet";

/** Where the model with an id lies. */
export function modelReference(id: string): ModelReference {
  return id === bundledModel ? { from: "app", folder: `models/${bundledModel}` } : { from: "browser", id };
}
