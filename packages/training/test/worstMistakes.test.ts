import { describe, expect, it } from "vitest";
import { worstMistakes } from "../src/plots/worstMistakes.ts";

describe("worstMistakes(actual, probabilities, limit)", () => {
  const probabilities = { data: new Float32Array([0.75, 0.25, 0.5, 0.5, 0.125, 0.875, 1, 0]), shape: [4, 2] };

  it("gives the wrong predictions, surest first", () => {
    expect(worstMistakes([0, 1, 0, 1], probabilities)).toEqual([
      { index: 3, actual: 1, predicted: 0, probability: 1 },
      { index: 2, actual: 0, predicted: 1, probability: 0.875 },
      { index: 1, actual: 1, predicted: 0, probability: 0.5 },
    ]);
  });

  it("stops at the limit", () => {
    expect(worstMistakes([0, 1, 0, 1], probabilities, 1).map(({ index }) => index)).toEqual([3]);
  });
});
