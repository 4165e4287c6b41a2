import fc from "fast-check";
import { expect, it } from "vitest";
import {
  chooseMeasure,
  groupBySettings,
  halve,
  mergeOutcomes,
  parseAxis,
  parseSeeds,
  planSweep,
  type SweepOutcome,
  sweepToCsv,
} from "../src/index.ts";

const plan = await planSweep({
  name: "rates",
  base: { recipe: "digits-cnn" },
  axes: [parseAxis("learningRate=0.1,0.01,0.001,1000")],
  seeds: parseSeeds("1..2"),
});

const accuracies = [0.5, 0.7, 0.9, 0.8, 0.6, 0.6];

/** The last two, of which one diverged, the other never began. */
const outcomes: SweepOutcome[] = [
  ...accuracies.map((accuracy, index) => ({
    index,
    hash: plan.entries[index]?.hash ?? "",
    status: "done" as const,
    epochs: 3,
    metrics: { testAccuracy: accuracy - 0.05, loss: 1 - accuracy, valAccuracy: accuracy },
  })),
  {
    index: 6,
    hash: plan.entries[6]?.hash ?? "",
    status: "failed",
    epochs: 1,
    failure: { code: "NAN_LOSS", message: "The loss is NaN, after epoch 1." },
  },
];

it("mergeOutcomes(plan, outcomes) gives a row an entry, in the order of the plan", () => {
  const { columns, rows } = mergeOutcomes(plan, outcomes);
  expect(columns).toEqual([
    "index",
    "hash",
    "learningRate",
    "seed",
    "status",
    "epochsDone",
    "loss",
    "valAccuracy",
    "testAccuracy",
    "failure",
  ]);
  expect(rows[2]?.slice(2)).toEqual([0.01, 1, "done", 3, 1 - 0.9, 0.9, 0.9 - 0.05, null]);
  expect(rows[6]?.slice(2)).toEqual([1000, 1, "failed", 1, null, null, null, "NAN_LOSS"]);
  expect(rows[7]?.slice(2)).toEqual([1000, 2, "waiting", null, null, null, null, null]);
});

it("sweepToCsv(mergeOutcomes(plan, outcomes)) is the same whatever the order of the outcomes", () => {
  const expected = sweepToCsv(mergeOutcomes(plan, outcomes));
  fc.assert(
    fc.property(fc.shuffledSubarray(outcomes, { minLength: outcomes.length }), (shuffled) => {
      expect(sweepToCsv(mergeOutcomes(plan, shuffled))).toBe(expected);
    }),
    { seed: 5, numRuns: 50 },
  );
});

it("sweepToCsv(table) quotes what a reader would split", () => {
  expect(
    sweepToCsv({
      columns: ["a", "b"],
      rows: [
        ['x,"y"', null],
        [true, 0.1 + 0.2],
      ],
    }),
  ).toBe('a,b\n"x,""y""",\ntrue,0.30000000000000004\n');
});

it("mergeOutcomes(plan, outcomes) refuses the outcome of another plan", () => {
  expect(() => mergeOutcomes(plan, [{ index: 0, hash: "00000000", status: "done" }])).toThrow(
    "belongs to another plan",
  );
});

it("chooseMeasure(outcomes) takes what all that are done have, of validation first, and nothing of the test set", () => {
  expect(chooseMeasure(outcomes)).toEqual({ name: "valAccuracy", higherIsBetter: true });
  const untested = outcomes.map(({ metrics, ...rest }, index) =>
    metrics && index > 0
      ? { ...rest, metrics }
      : { ...rest, ...(metrics && { metrics: { loss: 1, testAccuracy: 1 } }) },
  );
  expect(chooseMeasure(untested)).toEqual({ name: "loss", higherIsBetter: false });
  expect(chooseMeasure(outcomes, "testAccuracy").higherIsBetter).toBe(true);
  expect(() => chooseMeasure(outcomes, "valMae")).toThrow(
    "Not every run has valMae. They have testAccuracy, loss, valAccuracy.",
  );
});

it("groupBySettings(plan, outcomes, measure) has mean and spread over the seeds, the best first", () => {
  const groups = groupBySettings(plan, outcomes, chooseMeasure(outcomes));
  expect(groups.map(({ settings }) => settings["learningRate"])).toEqual([0.01, 0.1, 0.001, 1000]);
  const [best, , steady, worst] = groups;
  expect(best).toMatchObject({ entries: [2, 3], done: 2, failed: 0 });
  // numpy.std([0.9, 0.8], ddof=1)
  expect(best?.figures["valAccuracy"]?.mean).toBeCloseTo(0.85, 12);
  expect(best?.figures["valAccuracy"]?.deviation).toBeCloseTo(0.07071067811865474, 12);
  expect(best?.figures["valAccuracy"]).toMatchObject({ least: 0.8, most: 0.9 });
  expect(steady?.figures["valAccuracy"]?.deviation).toBe(0);
  expect(worst).toMatchObject({ entries: [6, 7], done: 0, failed: 1, figures: {} });
  const single = groupBySettings(plan, outcomes.slice(0, 1), chooseMeasure(outcomes));
  expect(single[0]?.figures["valAccuracy"]?.deviation).toBeNull();
});

it("groupBySettings(plan, outcomes, measure) puts the least loss first", () => {
  const groups = groupBySettings(plan, outcomes, { name: "loss", higherIsBetter: false });
  expect(groups.map(({ settings }) => settings["learningRate"])).toEqual([0.01, 0.1, 0.001, 1000]);
});

it("halve(plan, outcomes, options) goes on with the best third, with all its seeds, for more epochs", async () => {
  const failed = { ...outcomes[6], index: 7, hash: plan.entries[7]?.hash ?? "" } as SweepOutcome;
  const measure = chooseMeasure(outcomes);
  const next = await halve(plan, [...outcomes, failed], { measure, epochs: 9, continues: "plan.json" });
  // A third of four combinations, rounded up.
  expect(next.entries.map(({ settings }) => settings)).toEqual([
    { learningRate: 0.1, seed: 1, epochs: 9 },
    { learningRate: 0.1, seed: 2, epochs: 9 },
    { learningRate: 0.01, seed: 1, epochs: 9 },
    { learningRate: 0.01, seed: 2, epochs: 9 },
  ]);
  expect(next).toMatchObject({ base: plan.base, varied: plan.varied, continues: "plan.json" });
  expect(next.entries.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
});

it("halve(plan, outcomes, options) waits until every entry has ended, and goes on with none that failed", async () => {
  const options = { measure: chooseMeasure(outcomes), epochs: 9, continues: "plan.json" };
  await expect(halve(plan, outcomes, options)).rejects.toThrow(
    "1 of 8 entries have not ended: run them first.",
  );
  const failed = plan.entries.map(({ index, hash }) => ({ index, hash, status: "failed" as const }));
  await expect(halve(plan, failed, options)).rejects.toMatchObject({ code: "NOTHING_TO_HALVE" });
});
