import { requireMirror } from "@minibatch/testing";
import { expect, test } from "vitest";
import { type BostonFeature, type BostonHousingOptions, bostonHousing } from "../src/bostonHousing.ts";
import { bostonFile, parseBoston } from "../src/boston/bostonTable.ts";
import { noCache } from "../src/caches/noCache.ts";
import { codeOf } from "./codeOf.ts";
import { failure } from "./failure.ts";
import { makeNpz } from "./makeNpz.ts";

test("bostonHousing.load() splits as Keras does", async (context) => {
  const mirror = requireMirror(context);
  const { train, test } = await bostonHousing.load({ mirror, cache: noCache });
  expect(train.x.shape).toEqual([404, 13]);
  expect(train.y.shape).toEqual([404]);
  expect(test.x.shape).toEqual([102, 13]);
  expect(test.y.shape).toEqual([102]);
  expect([...train.x.data.subarray(0, 13)]).toEqual([
    1.23247, 0, 8.14, 0, 0.538, 6.142, 91.7, 3.9769, 4, 307, 21, 396.9, 18.72,
  ]);
  expect(train.y.data[0]).toBe(15.2);
});

test("bostonHousing.load({ features, testSplit, seed, limit }) takes columns and other splits", async (context) => {
  const mirror = requireMirror(context);
  const load = (options: BostonHousingOptions) => bostonHousing.load({ ...options, mirror, cache: noCache });
  const { train, test } = await load({ features: ["RM", "CRIM"], testSplit: 0.5, limit: { train: 2 } });
  expect(train.x.shape).toEqual([2, 2]);
  expect([...train.x.data.subarray(0, 2)]).toEqual([6.142, 1.23247]);
  expect(test.x.shape).toEqual([253, 2]);
  expect((await load({ testSplit: 0 })).test.x).toEqual({ data: new Float64Array(0), shape: [0, 13] });
  expect((await load({ seed: 1 })).train.y.data).not.toEqual((await load({})).train.y.data);
});

test("bostonHousing.load({ split }) gives one part", async (context) => {
  const mirror = requireMirror(context);
  const { train, test } = await bostonHousing.load({ mirror, split: "test", cache: noCache });
  expect(train.x.shape).toEqual([0, 13]);
  expect(test.x.shape).toEqual([102, 13]);
});

test("bostonHousing.feature(samples, name) takes one column", async (context) => {
  const { train } = await bostonHousing.load({ mirror: requireMirror(context), cache: noCache });
  const rooms = bostonHousing.feature(train, "RM");
  expect(rooms.shape).toEqual([404]);
  expect(rooms.data[0]).toBe(6.142);
  expect(bostonHousing.feature(train, "LSTAT").data[0]).toBe(18.72);
});

test("bostonHousing.feature(samples, name) throws INVALID_ARGUMENT for other names and other columns", () => {
  const samples = (columns: number) => ({
    x: { data: new Float64Array(columns), shape: [1, columns] },
    y: { data: new Float64Array(1), shape: [1] },
  });
  expect(codeOf(() => bostonHousing.feature(samples(13), "PRICE" as BostonFeature))).toBe("INVALID_ARGUMENT");
  expect(codeOf(() => bostonHousing.feature(samples(1), "RM"))).toBe("INVALID_ARGUMENT");
});

test("parseBoston(file, bytes) reads the archive of Keras as it reads the table", async () => {
  const keras = bostonFile.alternative ?? bostonFile;
  const x = { data: Float64Array.from({ length: 26 }, (_, i) => i / 8), shape: [2, 13] };
  const y = { data: new Float64Array([24, 21.6]), shape: [2] };
  const text = `${[...x.data.subarray(0, 13), 24].join(" ")}\n${[...x.data.subarray(13), 21.6].join(" ")}\n`;
  const table = await parseBoston(bostonFile, new TextEncoder().encode(text));
  expect(await parseBoston(keras, makeNpz({ x, y }))).toEqual(table);
  expect((await failure(parseBoston(keras, makeNpz({ x })))).code).toBe("INVALID_FORMAT");
});

test.each([
  { testSplit: 1 },
  { testSplit: Number.NaN },
  { seed: -1 },
  { seed: 0.5 },
  { limit: -1 },
  { features: ["PRICE"] },
])("bostonHousing.load(%j) throws INVALID_ARGUMENT", async (options) => {
  const error = await failure(
    bostonHousing.load({ ...(options as BostonHousingOptions), offline: true, cache: noCache }),
  );
  expect(error.code).toBe("INVALID_ARGUMENT");
});
