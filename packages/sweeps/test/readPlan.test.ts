import { expect, it } from "vitest";
import { parseAxis, planSweep, readPlan, type SweepPlan } from "../src/index.ts";

const plan = await planSweep({ name: "n", base: { recipe: "digits-cnn" }, axes: [parseAxis("epochs=1,2")] });

it("readPlan(text) gives back what was planned", async () => {
  expect(await readPlan(JSON.stringify(plan))).toEqual(plan);
});

const [first, second] = plan.entries as [SweepPlan["entries"][0], SweepPlan["entries"][0]];

it.each([
  ["{", "The plan is no JSON"],
  ["null", "it has no list of entries"],
  [JSON.stringify({ ...plan, format: 2 }), "its format is 2"],
  [JSON.stringify({ ...plan, name: "" }), "it has no name"],
  [JSON.stringify({ ...plan, base: 1 }), "it has no base"],
  [JSON.stringify({ ...plan, varied: "epochs" }), "varied is no list of settings"],
  [JSON.stringify({ ...plan, continues: 1 }), "continues is no path"],
  [JSON.stringify({ ...plan, entries: [] }), "its list of entries is empty"],
  [JSON.stringify({ ...plan, entries: [null] }), "entry 0 has no settings"],
  [
    JSON.stringify({ ...plan, entries: [{ ...first, settings: { epochs: [1] } }] }),
    "entry 0 has no settings",
  ],
  [JSON.stringify({ ...plan, entries: [second, first] }), "entry 0 says that its index is 1"],
  [
    JSON.stringify({ ...plan, entries: [{ ...first, settings: { epochs: 3 } }, second] }),
    "the hash of entry 0 is not that of its settings: it was changed by hand",
  ],
  [
    JSON.stringify({ ...plan, base: { recipe: "mnist-cnn" } }),
    "the hash of entry 0 is not that of its settings",
  ],
])("readPlan(%s) says why it cannot be used", async (text, message) => {
  await expect(readPlan(text)).rejects.toThrow(message);
  await expect(readPlan(text)).rejects.toMatchObject({ code: "INVALID_PLAN" });
});
