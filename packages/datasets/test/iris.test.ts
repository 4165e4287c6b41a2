import { expect, test } from "vitest";
import { noCache } from "../src/caches/noCache.ts";
import { parseIris } from "../src/columns/parseIris.ts";
import { iris } from "../src/iris.ts";
import { failure } from "./failure.ts";
import { mirrorWith } from "./mirrorWith.ts";

// The real file was not at hand when this was written.

test("iris has size and checksum that are published", () => {
  expect(iris.files).toEqual([
    {
      name: "iris.data",
      bytes: 4551,
      sha256: "6f608b71a7317216319b4d27b4d9bc84e6abd734eda7872b71a458569e2656c0",
    },
  ]);
  expect(iris).toMatchObject({ inputShape: [4], size: { train: 120, test: 30 } });
});

test("iris.load() refuses a file that is not that of the checksum", async () => {
  const mirror = await mirrorWith(
    "iris/iris.data",
    new TextEncoder().encode("5.1,3.5,1.4,0.2,Iris-setosa\n"),
  );
  const error = await failure(iris.load({ mirror, cache: noCache }));
  expect(error.code).toBe("CHECKSUM_MISMATCH");
  expect(error.message).toContain("expected 4551 bytes with SHA-256 6f608b71");
});

test("parseIris(bytes) reads lengths and kinds, and names a line of another kind", () => {
  const lines = [
    "5.1,3.5,1.4,0.2,Iris-setosa",
    "7.0,3.2,4.7,1.4,Iris-versicolor",
    "6.3,3.3,6.0,2.5,Iris-virginica",
    "",
    "",
  ];
  expect(parseIris(new TextEncoder().encode(lines.join("\n")))).toEqual({
    data: new Float64Array([5.1, 3.5, 1.4, 0.2, 0, 7, 3.2, 4.7, 1.4, 1, 6.3, 3.3, 6, 2.5, 2]),
    shape: [3, 5],
  });
  expect(() => parseIris(new TextEncoder().encode("5.1,3.5,1.4,0.2,Iris-rosa\n"))).toThrow(
    expect.objectContaining({
      code: "INVALID_FORMAT",
      message: expect.stringContaining(
        'Line 1 of the table: expected 5 numbers with decimal points, got "Iris-rosa"',
      ),
    }),
  );
});
