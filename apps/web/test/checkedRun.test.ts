import { expect, it } from "vitest";
import { checkedHistory } from "../src/worker/checkedHistory.ts";
import { checkedTest } from "../src/worker/checkedOwn.ts";
import { checkedRun } from "../src/worker/checkedRun.ts";
import type { RunRecord } from "../src/worker/RunRecord.ts";
import { doneRun } from "./doneRun.ts";

const matrix = Array.from({ length: 10 }, () => Array.from({ length: 10 }, () => 20));

/** The run with one value of it changed, as someone does with a text editor. */
function changed(path: string, value: unknown, run: RunRecord = doneRun): RunRecord {
  const copy = structuredClone(run) as unknown as Record<string, unknown>;
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

it("checkedRun(record, confusion) takes a run on points of the plane, and refuses points that there are none of", () => {
  const point = { x: 0.5, y: -1, label: 1 };
  const run = (points: unknown): unknown =>
    checkedRun(changed("points", points, { ...doneRun, recipe: "build-points-own" }), {
      classNames: ["A", "B"],
      matrix: [
        [1, 0],
        [0, 1],
      ],
    });
  for (const points of [
    { kind: "plane", shape: "own", points: [point] },
    { kind: "plane", shape: "spiral", noise: 0.1 },
  ]) {
    expect(run(points)).toMatchObject({ points });
  }
  const wrong: readonly (readonly [unknown, string])[] = [
    [{ kind: "images", shape: "own", points: [point] }, "points.kind is unknown"],
    [{ kind: "plane", shape: "square", noise: 0 }, "points.shape is unknown"],
    [{ kind: "plane", shape: "spiral" }, "points.noise is not from 0 to 1"],
    [{ kind: "plane", shape: "spiral", noise: 2 }, "points.noise is not from 0 to 1"],
    [{ kind: "plane", shape: "own" }, "points.points are not at most 300 from -1 to 1 of two classes"],
    [{ kind: "plane", shape: "own", points: [{ ...point, x: 1.5 }] }, "from -1 to 1 of two classes"],
    [{ kind: "plane", shape: "own", points: [{ ...point, label: 2 }] }, "from -1 to 1 of two classes"],
    [{ kind: "plane", shape: "own", points: [{ x: 0, y: 0 }] }, "points.points[0].label is no number"],
  ];
  for (const [points, reason] of wrong) expect(() => run(points)).toThrow(reason);
});

/** What a finished run on a table of one's own has in its `run.json`. */
const ownRun: RunRecord = {
  ...doneRun,
  recipe: "houses",
  dataset: "houses",
  data: {
    kind: "table",
    title: "houses",
    target: "price",
    columns: [{ name: "id", kind: "id", missing: 0, distinct: 9, leftOut: "it names the rows" }],
    notes: [],
  },
  result: {
    ...(doneRun.result as NonNullable<RunRecord["result"]>),
    task: "regression",
    test: { loss: 4, mae: 1.5 },
    published: null,
    baselines: [{ name: "always the mean", mae: 3 }],
    importance: [{ name: "rooms", mean: 1, deviation: 0.1 }],
  },
};

it("checkedRun(record, confusion) takes a run on data of one's own, by any name, and refuses what was changed in it", () => {
  expect(checkedRun(ownRun, undefined)).toEqual(ownRun);
  const cases: readonly (readonly [string, unknown, string])[] = [
    ["dataset", 3, "dataset is no text"],
    ["data.kind", "sounds", "data.kind is unknown"],
    ["data.columns.0.missing", -1, "data.columns[0].missing is no number"],
    ["result.importance.0.mean", null, "result.importance[0].mean is no number"],
    ["result.baselines", {}, "result.baselines is no list"],
    ["result.test.mae", "low", "result.test.accuracy or mae is no number"],
    ["settings.learningRate", 0, "learningRate must be"],
  ];
  for (const [path, value, reason] of cases) {
    expect(() => checkedRun(changed(path, value, ownRun), undefined), path).toThrow(reason);
  }
  // Two classes of one's own, and the names that the file gives them.
  const named = (classNames: readonly string[]) => () =>
    checkedRun(ownRun, {
      classNames,
      matrix: [
        [1, 2],
        [3, 4],
      ],
    });
  expect(named(["cat", "dog"])).not.toThrow();
  expect(named(["cat"])).toThrow("confusion-matrix.json must hold 1 rows of 1 counts");
  expect(named(undefined as never)).toThrow("confusion-matrix.json must name its classes");
});

it("checkedTest(files) takes what a run kept of its test set, and refuses what was changed", () => {
  const sample = { index: 3, actual: "cat", predicted: "dog", probability: 0.9, pixels: "AP8A/w==" };
  const samples = { shape: [2, 2, 1], samples: [], mistakes: [sample] };
  expect(checkedTest({ samples, predictions: undefined })).toEqual({ samples });
  const shorter = { ...samples, mistakes: [{ ...sample, pixels: "AP8A" }] };
  expect(() => checkedTest({ samples: shorter, predictions: undefined })).toThrow(
    "samples.json has pixels of another size for test sample 3",
  );
  const rows = { y: [1, 2], predicted: [1, 3] };
  const predictions = { target: "price", train: rows, test: rows };
  expect(checkedTest({ samples: undefined, predictions })).toEqual({ predictions });
  const uneven = { ...predictions, test: { ...rows, names: ["row 1"] } };
  expect(() => checkedTest({ samples: undefined, predictions: uneven })).toThrow(
    "predictions.json.test has lists of different lengths",
  );
  expect(checkedTest({ samples: undefined, predictions: undefined })).toBeUndefined();
});

it("checkedHistory(history, where) reads null as the NaN or infinity that JSON has no word for", () => {
  expect(checkedHistory({ loss: [1, 2], valLoss: [1, null] }, "history")).toEqual({
    loss: [1, 2],
    valLoss: [1, Number.NaN],
  });
});
