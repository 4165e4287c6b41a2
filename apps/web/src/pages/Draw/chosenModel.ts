import { bundledModel } from "../../state/modelReference.ts";
import { route } from "../../state/route.ts";

/** The id of the model that the address names; without one, of that which comes with the app. */
export function chosenModel(): string {
  return route.value.parameters["model"] ?? bundledModel;
}
