import { expect } from "vitest";

/** What the projects say of a small network after three epochs on WASM; guessing would read one digit in ten. */
export const trained: unknown = {
  backend: "wasm",
  accuracy: expect.toSatisfy((value: number) => value > 0.4),
};
