import { expect, it } from "vitest";
import { checkedHistory } from "../src/worker/checkedHistory.ts";
import { checkedRun } from "../src/worker/checkedRun.ts";
import type { RunRecord } from "../src/worker/RunRecord.ts";
import { doneRun } from "./doneRun.ts";

const matrix = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 20));

/** The run with one value of it changed, as someone does with a text editor. */
function changed(path: string, value: unknown): RunRecord {
  const copy = structuredClone(doneRun) as unknown as Record<string, unknown>;
  const steps = path.split(".");
  const last = steps.pop() as string;
  let place = copy;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  place[last] = value;
  return copy as unknown as RunRecord;
}

it("checkedRun(record, confusion) takes a run as it was saved", () => {
  expect(checkedRun(doneRun, { classNames: [], matrix })).toEqual(doneRun);
  const { result: _, ...open } = { ...doneRun, status: "interrupted" as const };
  expect(checkedRun(open, undefined)).toEqual(open);
});

it("checkedRun(record, confusion) refuses what was changed, and says where", () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ["result.history.loss", "low", "result.history.loss is missing"],
    ["result.history.loss", [2, "1"], "result.history.loss[1] is no number"],
    ["result.history.accuracy", [0.5], "result.history.accuracy has 1 epochs, and result.history.loss has 2"],
    ["result.history.accuracy", {}, "result.history.accuracy is no list"],
    ["result.history", null, "result.history is no table"],
    ["result.test", null, "result.test.loss is no number"],
    ["result.test.accuracy", "all", "result.test.accuracy or mae is no number"],
    ["result.samples", undefined, "result.samples.train is no number"],
    ["result.published", {}, "result.published.value is no number"],
    ["result", undefined, "result is missing"],
    ["settings.epochs", -1, "epochs must be"],
    ["settings.optimizer", "magic", "optimizer must be"],
    ["status", "great", "status is unknown"],
    ["dataset", "mnist", "dataset must be synthetic-digits"],
    ["recipe", "nope", "nope"],
  ];
  for (const [path, value, reason] of cases) {
    const attempt = (): unknown => checkedRun(changed(path, value), undefined);
    expect(attempt, path).toThrow(reason);
    expect(attempt, path).toThrow(expect.objectContaining({ code: "INVALID_RUN" }));
  }
  for (const wrong of [
    matrix.slice(1),
    matrix.map((row) => row.slice(1)),
    matrix.map((row) => row.map(String)),
  ]) {
    expect(() => checkedRun(doneRun, { classNames: [], matrix: wrong as never })).toThrow(
      "confusion-matrix.json must hold 10 rows of 10 counts",
    );
  }
});

it("checkedHistory(history, where) reads null as the NaN or infinity that JSON has no word for", () => {
  expect(checkedHistory({ loss: [1, 2], valLoss: [1, null] }, "history")).toEqual({
    loss: [1, 2],
    valLoss: [1, Number.NaN],
  });
});
