import { expect, it } from "vitest";
import { experimentFaults, planeDataset } from "../src/index.ts";

/** Two points of each class, by hand. */
const own = [
  { x: -0.5, y: 0.25, label: 0 },
  { x: 0.5, y: 0.25, label: 1 },
  { x: -0.5, y: -1, label: 0 },
  { x: 0.5, y: 1, label: 1 },
] as const;

it("planeDataset({ points }) takes points as they are, tests with the same and validates on none", async () => {
  const dataset = planeDataset({ points: own });
  expect(dataset).toMatchObject({ name: "points-own", inputShape: [2], classNames: ["A", "B"] });
  expect(dataset.size).toEqual({ train: 4, test: 4 });
  const { train, validation, test } = await dataset.load();
  expect([...train.x.data]).toEqual([-0.5, 0.25, 0.5, 0.25, -0.5, -1, 0.5, 1]);
  expect([...train.y.data]).toEqual([0, 1, 0, 1]);
  expect(test).toEqual(train);
  expect(validation).toBeUndefined();
});

it("planeDataset({ points: shape }) draws the same points each time, and others to test with", async () => {
  const [one, again] = await Promise.all(
    [1, 2].map(() => planeDataset({ points: "spiral", noise: 0.1 }).load()),
  );
  expect(one).toEqual(again);
  expect(one?.train.x.shape).toEqual([240, 2]);
  expect(one?.test.x.shape).toEqual([120, 2]);
  expect(one?.validation).toEqual(one?.test);
  expect([...(one?.test.x.data.subarray(0, 240) ?? [])]).not.toEqual([
    ...(one?.train.x.data.subarray(0, 240) ?? []),
  ]);
});

it.for(["circle", "xor", "spiral"] as const)(
  "planeDataset({ points: %s }) lies where its shape says, half of it in each class",
  async (points) => {
    const { trainPoints } = planeDataset({ points });
    expect(trainPoints.filter(({ label }) => label === 1)).toHaveLength(120);
    for (const { x, y, label } of trainPoints) {
      const radius = Math.hypot(x, y);
      const isSecond = {
        circle: radius > 0.55,
        xor: x * y < 0,
        // At a radius, the two arms are on opposite sides.
        spiral: Math.cos(Math.atan2(x, y) - (2.5 * Math.PI * (radius - 0.05)) / 0.9) < 0,
      }[points];
      expect(isSecond, `${x} ${y}`).toBe(label === 1);
    }
  },
);

it("planeDataset({ points }).load({ limit }) gives no more than that", async () => {
  const { train, test } = await planeDataset({ points: "xor" }).load({ limit: { train: 10, test: 5 } });
  expect([train.y.shape, test.y.shape]).toEqual([[10], [5]]);
});

it("experimentFaults(experiment) says what is wrong about points", () => {
  const faults = (data: unknown) =>
    experimentFaults({
      name: "p",
      data,
      model: { mlp: { hidden: [4] } },
      schedule: {
        optimizer: "adam",
        learningRate: 0.01,
        batchSize: 4,
        epochs: 1,
        validation: { testSet: true },
      },
    }).map(({ path }) => path.join("."));
  expect(faults({ points: own })).toEqual([]);
  expect(faults({ points: "circle", noise: 0.2 })).toEqual([]);
  expect(faults({ points: "square" })).toEqual(["data.points"]);
  expect(faults({ points: [own[0], { x: 2, y: 0, label: 3 }] })).toEqual([
    "data.points.1.x",
    "data.points.1.label",
  ]);
});
