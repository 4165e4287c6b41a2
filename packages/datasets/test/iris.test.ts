import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test, type TestContext } from "vitest";
import { noCache } from "../src/caches/noCache.ts";
import { iris } from "../src/iris.ts";
import { failure } from "./failure.ts";
import { mirrorWith } from "./mirrorWith.ts";

const run = promisify(execFile);

/** The file, and what NumPy makes of it; skips the test where scikit-learn is not there. */
async function irisOfScikitLearn(context: TestContext): Promise<IrisReference> {
  const search = "import importlib.util as u, sys; sys.exit(u.find_spec('sklearn') is None)";
  const isThere = await run("python3", ["-c", search]).then(
    () => true,
    () => false,
  );
  if (!isThere) context.skip("the Iris file is made of scikit-learn's rows: pip install scikit-learn");
  const script = fileURLToPath(new URL("reference/iris.py", import.meta.url));
  return JSON.parse((await run("python3", [script])).stdout) as IrisReference;
}

interface IrisReference {
  readonly text: string;
  readonly firstTrainRow: readonly number[];
  readonly trainMeans: readonly number[];
  readonly testLabels: readonly number[];
}

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

test("iris.load() reads the file whose checksum is published, as NumPy shuffles it", async (context) => {
  const reference = await irisOfScikitLearn(context);
  const mirror = await mirrorWith("iris/iris.data", new TextEncoder().encode(reference.text));
  const { train, test } = await iris.load({ mirror, cache: noCache });
  expect([train.x.shape, test.x.shape]).toEqual([
    [120, 4],
    [30, 4],
  ]);
  expect([...train.x.data.subarray(0, 4)]).toEqual(reference.firstTrainRow);
  for (const [at, feature] of (
    ["sepal length", "sepal width", "petal length", "petal width"] as const
  ).entries()) {
    const { data } = iris.feature(train, feature);
    expect(data.reduce((sum, value) => sum + value) / 120).toBeCloseTo(reference.trainMeans[at] ?? 0, 12);
  }
  expect([...test.y.data]).toEqual(reference.testLabels);
});
