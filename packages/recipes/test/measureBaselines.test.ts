import { startBackend } from "@minibatch/backends";
import type { Dataset } from "@minibatch/datasets";
import { expectNoLeak } from "@minibatch/testing";
import { beforeAll, expect, it } from "vitest";
import { measureBaselines, suggest } from "../src/index.ts";

beforeAll(() => startBackend("wasm"));

/** Rows of one column, from -1 to 1, with what `targetOf` makes of it. */
function dataset(card: Partial<Dataset>, targetOf: (value: number) => number): Dataset {
  const part = (rows: number) => {
    const data = Float32Array.from({ length: rows }, (_, row) => (2 * row) / rows - 1);
    return { x: { data, shape: [rows, 1] }, y: { data: Float64Array.from(data, targetOf), shape: [rows] } };
  };
  return {
    name: "line",
    title: "Line",
    description: "",
    task: "classification",
    inputShape: [1],
    classNames: [],
    size: { train: 400, test: 100 },
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    ...card,
    load: async () => ({ train: part(400), validation: part(50), test: part(100) }),
  };
}

it("measureBaselines(recipe) answers with the most frequent class, and by a line between classes", () =>
  expectNoLeak(async () => {
    const thirds = dataset({ classNames: ["few", "many"] }, (value) => Number(value > -0.5));
    const [constant, linear] = await measureBaselines({
      name: "own",
      title: "",
      dataset: thirds,
      ...suggest(thirds),
    });
    expect(constant).toEqual({ name: 'always "many"', accuracy: 0.74 });
    expect(linear?.name).toBe("linear model");
    expect(linear?.accuracy).toBeGreaterThan(0.95);
  }));

it("measureBaselines(recipe) answers with the mean, and by a line through values", () =>
  expectNoLeak(async () => {
    const line = dataset(
      { task: "regression", targetStatistics: { mean: 1000, deviation: 577 } },
      (value) => 1000 + 1000 * value,
    );
    const [constant, linear] = await measureBaselines({
      name: "own",
      title: "",
      dataset: line,
      ...suggest(line),
    });
    // The mean distance from the middle of an even spread over 2000 is a quarter of it.
    expect(constant?.mae).toBeCloseTo(500, 0);
    expect(linear?.mae).toBeLessThan(20);
  }));

it.for([
  ["values of pictures", [400, 1, 1, 1], [400], ["always the mean"]],
  ["several targets a row", [400, 1], [200, 2], []],
] as const)("measureBaselines(recipe) promises no more than it can of %s", ([, x, y, names]) =>
  expectNoLeak(async () => {
    const values = dataset({ task: "regression" }, (value) => value);
    const shaped: Dataset = {
      ...values,
      async load() {
        const loaded = await values.load();
        const { data } = loaded.train.x;
        const part = { x: { data, shape: [...x] }, y: { data: Float64Array.from(data), shape: [...y] } };
        return { ...loaded, train: part, test: part };
      },
    };
    const baselines = await measureBaselines({ name: "own", title: "", dataset: shaped, ...suggest(values) });
    expect(baselines.map(({ name }) => name)).toEqual(names);
  }),
);
