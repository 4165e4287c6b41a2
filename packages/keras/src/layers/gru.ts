import type { OwnLayer } from "./OwnLayer.ts";

/** The GRU that Keras has unless told otherwise; tfjs only has the one that resets the state before its product. */
export const gru: OwnLayer = {
  fits: (className, config) => className.startsWith("GRU") && config["reset_after"] !== false,
  prefix: "ResetAfter",
  // In a script of its own: most files have none.
  load: async () => (await import("./resetAfterGru.ts")).registerResetAfterGru(),
};
