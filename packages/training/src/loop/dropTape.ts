import { engine } from "@tensorflow/tfjs-core";

/** Disposes of what tfjs kept for a gradient that it did not come to: it forgets it when the loss throws. */
export function dropTape(): void {
  const { state } = engine();
  if (state.gradientDepth > 0) return;
  for (const { saved } of (state.activeTape as typeof state.activeTape | null) ?? []) {
    for (const tensor of saved ?? []) tensor.dispose();
  }
  state.activeTape = [];
}
