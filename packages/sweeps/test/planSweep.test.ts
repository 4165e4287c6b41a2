import fc from "fast-check";
import { expect, it } from "vitest";
import { parseAxis, parseSeeds, planSweep, type SweepAxis } from "../src/index.ts";

const base = { recipe: "digits-cnn", backend: "wasm" };

function plan(axes: readonly string[], more: { seeds?: string; draws?: number; drawSeed?: number } = {}) {
  const { seeds, ...rest } = more;
  return planSweep({
    name: "rates",
    base,
    axes: axes.map(parseAxis),
    seeds: seeds === undefined ? undefined : parseSeeds(seeds),
    ...rest,
  });
}

it("planSweep(options) lists every combination, those of one seed after the other", async () => {
  const { format, varied, entries } = await plan(["learningRate=0.001,0.003", "batchSize=64,128"], {
    seeds: "1..2",
  });
  expect(format).toBe(1);
  expect(varied).toEqual(["learningRate", "batchSize", "seed"]);
  // As Python's itertools.product lists them.
  expect(entries.map(({ settings }) => Object.values(settings))).toEqual([
    [0.001, 64, 1],
    [0.001, 64, 2],
    [0.001, 128, 1],
    [0.001, 128, 2],
    [0.003, 64, 1],
    [0.003, 64, 2],
    [0.003, 128, 1],
    [0.003, 128, 2],
  ]);
  expect(entries.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(entries.map(({ hash }) => hash)).size).toBe(8);
});

it("planSweep(options) gives the same plan for the same options, and other hashes for another base", async () => {
  expect(await plan(["batchSize=1,2"])).toEqual(await plan(["batchSize=1,2"]));
  const other = await planSweep({
    name: "rates",
    base: { ...base, backend: "cpu" },
    axes: [parseAxis("batchSize=1,2")],
  });
  const [mine, theirs] = [(await plan(["batchSize=1,2"])).entries, other.entries];
  for (const [index, { hash }] of mine.entries()) expect(hash).not.toBe(theirs[index]?.hash);
});

it("planSweep(options) hashes what decides the result, not the order in which it was said", async () => {
  const one = await planSweep({ name: "a", base: { x: 1, y: { b: 2, a: [1, 2] } }, axes: [] });
  const other = await planSweep({ name: "b", base: { y: { a: [1, 2], b: 2 }, x: 1 }, axes: [] });
  expect(one.entries).toEqual(other.entries);
  // The hash is that of the canonical JSON, by sha256sum.
  expect(one.entries[0]?.hash).toBe("d67d0fbd");
});

it("planSweep(options) sets all entries alike by a list of one value, which varies nothing", async () => {
  const { varied, entries } = await plan(["epochs=5", "batchSize=64,128"], { seeds: "1" });
  expect(varied).toEqual(["batchSize"]);
  expect(entries.map(({ settings }) => settings)).toEqual([
    { epochs: 5, batchSize: 64, seed: 1 },
    { epochs: 5, batchSize: 128, seed: 1 },
  ]);
});

it("planSweep(options) without axes or seeds has the base as its one entry", async () => {
  expect((await plan([])).entries).toMatchObject([{ index: 0, settings: {} }]);
});

it("planSweep({ draws }) draws within the ranges, each combination once, with every seed", async () => {
  const { entries } = await plan(["learningRate=0.0001..0.1:log", "units=1..4", "optimizer=adam,sgd"], {
    draws: 50,
    seeds: "1..2",
  });
  expect(entries).toHaveLength(100);
  expect(new Set(entries.map(({ settings }) => JSON.stringify(settings))).size).toBe(100);
  for (const { settings } of entries) {
    expect(settings["learningRate"]).toBeGreaterThanOrEqual(0.0001);
    expect(settings["learningRate"]).toBeLessThanOrEqual(0.1);
    expect([1, 2, 3, 4]).toContain(settings["units"]);
    expect(["adam", "sgd"]).toContain(settings["optimizer"]);
  }
});

it("planSweep({ draws }) draws evenly: logarithms where asked for, whole numbers with both their ends", async () => {
  const { entries } = await plan(["rate=0.0001..1:log", "units=1..4"], { draws: 2000 });
  const rates = entries.map(({ settings }) => Math.log10(settings["rate"] as number));
  for (const decade of [-4, -3, -2, -1]) {
    const share = rates.filter((rate) => rate >= decade && rate < decade + 1).length / rates.length;
    // Five standard deviations of a quarter in 2,000 draws.
    expect(Math.abs(share - 0.25)).toBeLessThan(0.05);
  }
  for (const units of [1, 2, 3, 4]) {
    const share = entries.filter(({ settings }) => settings["units"] === units).length / entries.length;
    expect(Math.abs(share - 0.25)).toBeLessThan(0.05);
  }
});

it("planSweep({ draws }) keeps what was drawn when more is drawn or another setting joins", async () => {
  const few = await plan(["rate=0.0..1.0"], { draws: 3 });
  const more = await plan(["rate=0.0..1.0"], { draws: 6 });
  const other = await plan(["rate=0.0..1.0", "dropout=0.0..0.5"], { draws: 3 });
  const rates = (settings: typeof few) => settings.entries.map((entry) => entry.settings["rate"]);
  expect(rates(more).slice(0, 3)).toEqual(rates(few));
  expect(rates(other)).toEqual(rates(few));
  expect(rates(await plan(["rate=0.0..1.0"], { draws: 3, drawSeed: 2 }))).not.toEqual(rates(few));
});

it("planSweep(options) counts as many entries as the product of what varies", async () => {
  const axis = (setting: string): fc.Arbitrary<SweepAxis> =>
    fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 5 }).map((values) => ({ setting, values }));
  await fc.assert(
    fc.asyncProperty(axis("a"), axis("b"), fc.integer({ min: 1, max: 5 }), async (a, b, seeds) => {
      const { entries } = await planSweep({
        name: "n",
        base,
        axes: [a, b],
        seeds: parseSeeds(`1..${seeds}`),
      });
      const count = [a, b].reduce(
        (product, each) => product * ("values" in each ? each.values.length : 0),
        seeds,
      );
      expect(entries).toHaveLength(count);
      expect(new Set(entries.map(({ settings }) => JSON.stringify(settings))).size).toBe(count);
    }),
    { seed: 3, numRuns: 50 },
  );
});

it.each([
  [["a=1,2", "a=3"], {}, "a is given twice"],
  [["seed=1,2"], { seeds: "1..2" }, "seed is given twice"],
  [["a=0.0..1.0"], {}, "a is a range, from which values are drawn: say how many with --random"],
  [["a=1,2"], { draws: 3 }, "3 different combinations were asked for and 2 were found"],
])("planSweep(%j, %j) says what does not fit", async (axes, more, message) => {
  await expect(plan(axes, more)).rejects.toThrow(message);
  await expect(plan(axes, more)).rejects.toMatchObject({ code: "INVALID_AXIS" });
});

it("planSweep(options) refuses more entries than engines take, before it lists them", async () => {
  const hundred = Array.from({ length: 100 }, (_, value) => value).join(",");
  const error = await plan([
    `a=${hundred}`,
    `b=${hundred}`,
    `c=${hundred}`,
    `d=${hundred}`,
    `e=${hundred}`,
  ]).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "TOO_MANY_ENTRIES" });
  await expect(plan(["a=0.0..1.0"], { draws: 1e9 })).rejects.toMatchObject({ code: "TOO_MANY_ENTRIES" });
});
