import { expect, it } from "vitest";
import { decodeEpochs, encodeEpochs } from "../src/worker/explore/epochWeights.ts";

it("decodeEpochs(encodeEpochs(epochs)) gives every weight of every epoch back, bit for bit and in order", () => {
  const epochs = new Map(
    [1, 2, 10].map((epoch) => [
      epoch,
      // Twelve, so that an order by name would be another one.
      Array.from({ length: 12 }, (_, index) => ({
        name: `dense/${index % 2 === 0 ? "kernel" : "bias"}`,
        shape: [2],
        data: Float32Array.of(epoch / 3, -index / 7),
      })),
    ]),
  );
  const file = encodeEpochs(epochs);
  expect([...decodeEpochs(file)]).toEqual([...epochs]);
  // The values, and a header.
  expect(file.length).toBeGreaterThan(3 * 12 * 8);
});
