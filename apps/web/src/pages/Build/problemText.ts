import type { LayerPlan } from "@minibatch/models";
import { buildMessages } from "./messages.ts";

/** What is wrong with a layer, in the language of the moment. */
export function problemText({ code, details }: LayerPlan["problem"] & {}): string {
  const text: (...details: string[]) => string = buildMessages.value[code];
  return text(...details);
}
