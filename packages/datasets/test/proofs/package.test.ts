import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { requireMirror } from "@minibatch/testing";
import { expect, test } from "vitest";
import { datasets } from "../../src/datasets.ts";
import { bundle } from "../bundle.ts";
import { installPackage } from "../installPackage.ts";

const run = promisify(execFile);
const tsc = fileURLToPath(new URL("../../../../node_modules/.bin/tsc", import.meta.url));

test("the packed package, installed alone, brings no other package and no tests", async () => {
  const modules = join(await installPackage(), "node_modules");
  expect((await readdir(modules)).filter((name) => !name.startsWith("."))).toEqual(["@minibatch"]);
  expect(await readdir(join(modules, "@minibatch"))).toEqual(["datasets"]);
  const files = await readdir(join(modules, "@minibatch", "datasets"));
  expect(files.sort()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
});

test("the packed package, installed alone, loads MNIST in plain Node", async (context) => {
  const mirror = requireMirror(context);
  const script = `
    import { mnist } from "@minibatch/datasets/mnist";
    import { noCache } from "@minibatch/datasets";
    const { train, test } = await mnist.load({ mirror: process.argv[1], cache: noCache });
    console.log(JSON.stringify([train.x.shape, test.x.shape, [...train.y.data.subarray(0, 5)]]));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script, mirror], {
    cwd: await installPackage(),
  });
  expect(JSON.parse(stdout)).toEqual([
    [60_000, 28, 28, 1],
    [10_000, 28, 28, 1],
    [5, 0, 4, 1, 9],
  ]);
});

test("the packed package has types that check without skipLibCheck and without those of Node", async () => {
  const folder = await installPackage();
  const names = datasets.map(({ name }) => name);
  await writeFile(
    join(folder, "use.ts"),
    `import * as all from "@minibatch/datasets";
     import { mnist } from "@minibatch/datasets/mnist";
     ${names.map((name, i) => `import * as only${i} from "@minibatch/datasets/${name}";`).join("\n")}
     const { train } = await mnist.load({ limit: 10, signal: new AbortController().signal });
     export const pixels: Uint8Array = train.x.data;
     export const rooms: Float64Array = (await all.bostonHousing.load({ features: ["RM"] })).test.x.data;
     export const every: readonly all.Dataset[] = all.datasets;
     // @ts-expect-error: there is no such option
     export const wrong = mnist.load({ limits: 10 });
     export const modules = [${names.map((_, i) => `only${i}`).join(", ")}];`,
  );
  const options = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    skipLibCheck: false,
    types: [],
  };
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["use.ts"] }),
  );
  const { stdout } = await run(tsc, ["-p", folder]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe("");
});

test("@minibatch/datasets/mnist, bundled, minified and zipped, has at most 6 kB", async () => {
  const code = await bundle('export { mnist } from "@minibatch/datasets/mnist";');
  expect(code).toContain("train-images-idx3-ubyte.gz");
  expect(code).not.toMatch(/from\s*"node:/);
  // Only pages that came over plain http load the hash in JavaScript.
  expect(code).not.toContain("setBigUint64");
  expect(gzipSync(code).length).toBeLessThanOrEqual(6000);
});

test("a bundle that takes one thing from the barrel leaves the others out", async () => {
  const code = await bundle('export { parseIdx } from "@minibatch/datasets";');
  expect(code).not.toContain("train-images-idx3-ubyte.gz");
  expect(code.length).toBeLessThan(4000);
});

test("every file that package.json names is packed", async () => {
  const root = join(await installPackage(), "node_modules", "@minibatch", "datasets");
  const { exports, imports } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as object & {
    exports: unknown;
    imports: unknown;
  };
  const named = JSON.stringify([exports, imports]).match(/\.\/dist\/[\w./]+/g) ?? [];
  const files = await readdir(join(root, "dist"), { recursive: true });
  const packed = new Set(files.map((name) => `./dist/${name.replaceAll("\\", "/")}`));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => !packed.has(file))).toEqual([]);
});
