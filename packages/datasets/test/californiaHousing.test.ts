import { expect, test } from "vitest";
import { californiaHousing } from "../src/californiaHousing.ts";
import { noCache } from "../src/caches/noCache.ts";
import { parseKerasColumns } from "../src/columns/parseKerasColumns.ts";
import { defineColumnsDataset } from "../src/defineColumnsDataset.ts";
import { failure } from "./failure.ts";
import { makeNpz } from "./makeNpz.ts";
import { fileEntry, mirrorWith } from "./mirrorWith.ts";
import reference from "./reference/californiaHousing.json" with { type: "json" };

// The real file was not at hand when this was written: what loads here is a made file of the same layout.

const rows = 20_640;
const x = {
  data: Float64Array.from({ length: rows * 8 }, (_, i) => Math.floor(i / 8) * 10 + (i % 8)),
  shape: [rows, 8],
};
const y = { data: Float64Array.from({ length: rows }, (_, row) => row), shape: [rows] };
const { name, title, description, license, citation, homepage, mirrors, targetName } = californiaHousing;

async function made(npz: Uint8Array) {
  const dataset = defineColumnsDataset(
    {
      name,
      title,
      description,
      license,
      citation,
      homepage,
      mirrors,
      ...(targetName !== undefined && { targetName }),
      task: "regression",
      classNames: [],
      features: [
        "MedInc",
        "HouseAge",
        "AveRooms",
        "AveBedrms",
        "Population",
        "AveOccup",
        "Latitude",
        "Longitude",
      ],
      rows,
      file: fileEntry("california_housing.npz", npz),
      parse: parseKerasColumns,
    },
    Float64Array,
  );
  return { dataset, mirror: await mirrorWith("california-housing/california_housing.npz", npz) };
}

test("californiaHousing has the checksum of Keras' loader", () => {
  expect(californiaHousing.files).toEqual([
    {
      name: "california_housing.npz",
      bytes: 743_530,
      sha256: "1a2e3a52e0398de6463aebe6f4a8da34fb21fbb6b934cf88c3425e766f2a1a6f",
    },
  ]);
  expect(californiaHousing).toMatchObject({ size: { train: 16_512, test: 4128 }, inputShape: [8] });
});

test("californiaHousing's table, with a made file, splits as Keras does", async () => {
  const { dataset, mirror } = await made(makeNpz({ x, y }));
  const { train, test } = await dataset.load({ mirror, cache: noCache });
  expect([train.x.shape, test.x.shape]).toEqual([reference.trainShape, reference.testShape]);
  expect([...train.y.data.subarray(0, 20)]).toEqual(reference.trainRows);
  expect(train.y.data.at(-1)).toBe(reference.lastTrainRow);
  expect([...test.y.data.subarray(0, 20)]).toEqual(reference.testRows);
  expect([...train.x.data.subarray(0, 8)]).toEqual(reference.firstRow);
  const one = await dataset.load({ mirror, cache: noCache, features: ["Longitude"], limit: 1 });
  expect([...one.train.x.data]).toEqual(reference.firstRow.slice(7));
});

test("californiaHousing.load() refuses a file of other rows, and one of another checksum", async () => {
  const few = makeNpz({
    x: { data: new Float64Array(16), shape: [2, 8] },
    y: { data: new Float64Array(2), shape: [2] },
  });
  const { dataset, mirror } = await made(few);
  const error = await failure(dataset.load({ mirror, cache: noCache }));
  expect(error).toMatchObject({
    code: "INVALID_FORMAT",
    message: "california_housing.npz should hold 20640 x 9 numbers, got 2 x 9",
  });
  expect((await failure(californiaHousing.load({ mirror, cache: noCache }))).code).toBe("CHECKSUM_MISMATCH");
});
