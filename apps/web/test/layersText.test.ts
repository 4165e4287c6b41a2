import type { LayerSpec } from "@minibatch/models";
import fc from "fast-check";
import { expect, it } from "vitest";
import { layersText, parseLayers } from "../src/network/layersText.ts";
import { parsePoints, pointsText } from "../src/network/pointsText.ts";

const counts = fc.integer({ min: 1, max: 2000 });
const weighted = {
  activation: fc.constantFrom("tanh", "gelu", "linear"),
  batchNorm: fc.constant(true),
  l2: fc.constantFrom(1e-7, 0.00001, 0.5, 3),
} as const;
const layer: fc.Arbitrary<LayerSpec> = fc.oneof(
  fc.record(
    {
      type: fc.constant("conv2d"),
      filters: counts,
      kernelSize: counts,
      padding: fc.constant("same"),
      ...weighted,
    },
    { requiredKeys: ["type", "filters", "kernelSize"] },
  ),
  fc.record({ type: fc.constant("dense"), units: counts, ...weighted }, { requiredKeys: ["type", "units"] }),
  fc.record({ type: fc.constant("maxPooling2d"), size: counts }),
  fc.record({ type: fc.constant("dropout"), rate: fc.constantFrom(0, 0.25, 1e-9) }),
  fc.constant({ type: "globalAveragePooling2d" }),
) as fc.Arbitrary<LayerSpec>;

it("layersText(layers) is a short text that needs no escape in an address", () => {
  const layers: LayerSpec[] = [
    { type: "conv2d", filters: 16, kernelSize: 3, padding: "same", batchNorm: true },
    { type: "maxPooling2d", size: 2 },
    { type: "globalAveragePooling2d" },
    { type: "dense", units: 64, activation: "tanh", l2: 0.001 },
    { type: "dropout", rate: 0.5 },
  ];
  const text = layersText(layers);
  expect(text).toBe("conv16x3_same_norm-pool2-mean-dense64_tanh_l0.001-drop0.5");
  expect(new URLSearchParams({ net: text }).toString()).toBe(`net=${text}`);
});

it("parseLayers(layersText(layers)) gives the layers back", () => {
  fc.assert(
    fc.property(fc.array(layer, { maxLength: 5 }), (layers) => {
      expect(parseLayers(layersText(layers))).toEqual(layers);
    }),
    { seed: 1, numRuns: 300 },
  );
});

it.each(["conv", "dense", "lstm4", "conv16x3-", "dense8_L2", "dense8 ", "pool-2", "8", "dense8_"])(
  "parseLayers(%j) is nothing",
  (text) => expect(parseLayers(text)).toBeUndefined(),
);

it("parsePoints(pointsText(points)) gives points back, near to where they were", () => {
  const points = [
    { x: -1, y: 1, label: 0 },
    { x: 0, y: 0, label: 1 },
    { x: 0.33, y: -0.77, label: 1 },
  ] as const;
  const back = parsePoints(pointsText(points));
  expect(back.map(({ label }) => label)).toEqual([0, 1, 1]);
  for (const [index, { x, y }] of points.entries()) {
    expect(back[index]?.x).toBeCloseTo(x, 2);
    expect(back[index]?.y).toBeCloseTo(y, 2);
  }
  expect(parsePoints("a0000zz")).toEqual([{ x: -1, y: -1, label: 0 }]);
  expect(parsePoints("azzzz")[0]).toEqual({ x: 1, y: 1, label: 0 });
});
