import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { publicEntries } from "../scripts/publicEntries.mjs";
import { publicPackages } from "../scripts/publicPackages.mjs";
import { root } from "../scripts/pnpm.mjs";

/** What a program of Node prints as JSON, with the packages that were built, as whoever installs them has them. */
async function printed(program: string): Promise<unknown> {
  const { stdout } = await run(program);
  return JSON.parse(stdout);
}

function run(program: string) {
  const args = ["--input-type=module", "--eval", program];
  return promisify(execFile)(process.execPath, args, { cwd: join(root, "bench") });
}

/** Each entry that is a script: its file for Node, its module for whoever bundles, and the one for everybody else. */
const entries = publicPackages().flatMap(({ name, folder, manifest }) =>
  publicEntries(manifest).flatMap(([path, target]) => {
    if (typeof target === "string") return [];
    const { node, module, default: single } = target as Record<string, string | undefined>;
    return [{ entry: join(name, path), folder, node, module, single }];
  }),
);

it.for(entries)(
  "package.json gives $entry to Node in a file of its own, and its module to all others",
  (entry) => {
    expect(entry.node).toMatch(/^\.\/dist\/node\/\w+\.js$/);
    expect(entry.module).toBe(entry.single);
  },
);

it("each entry of a package has the same exports in Node as for whoever bundles it", async () => {
  // The command is run, not imported.
  const imported = entries.filter(({ entry }) => entry !== "minibatch/bin");
  expect(imported.length).toBeGreaterThan(25);
  const files = imported.map(({ folder, node = "", module = "" }) => [
    join(folder, node),
    join(folder, module),
  ]);
  const names = (await printed(`
    const names = async ([one, other]) => [Object.keys(await import(one)), Object.keys(await import(other))];
    console.log(JSON.stringify(await Promise.all(${JSON.stringify(files)}.map(names))));
  `)) as [string[], string[]][];
  for (const [i, { entry }] of imported.entries()) {
    expect(names[i]?.[0], entry).toEqual(names[i]?.[1]);
    expect(names[i]?.[0]?.length, entry).toBeGreaterThan(0);
  }
});

it("entries of a package share their classes in Node, and packages share TensorFlow.js with who imports it", async () => {
  const found = await printed(`
    import { DatasetError } from "@minibatch/datasets";
    import { mnist } from "@minibatch/datasets/mnist";
    import { startBackend } from "@minibatch/backends";
    import { mlp } from "@minibatch/models";
    import * as tf from "@tensorflow/tfjs-core";
    import { LayersModel } from "@tensorflow/tfjs-layers";
    const error = await mnist.load({ limit: -1 }).catch((error) => error);
    await startBackend("wasm", { threads: 1 });
    const model = mlp({ inputShape: [2], hidden: [3], classes: 2 });
    const output = model.predict(tf.zeros([1, 2]));
    console.log(JSON.stringify([
      error instanceof DatasetError,
      model instanceof LayersModel,
      output instanceof tf.Tensor,
      tf.getBackend(),
    ]));
  `);
  expect(found).toEqual([true, true, true, "wasm"]);
});

it("Node imports few files for recipes, backends and their threads, and none of TensorFlow.js", async () => {
  const load = `import { writeSync } from "node:fs";
    export async function load(url, context, next) {
      if (!url.startsWith("node:")) writeSync(2, url + "\\n");
      return next(url, context);
    }`;
  const program = `
    import { register } from "node:module";
    register("data:text/javascript," + encodeURIComponent(${JSON.stringify(load)}));
    await import("@minibatch/recipes");
    const { startBackend } = await import("@minibatch/backends");
    await startBackend("wasm", { threads: 2 });
    process.exit();
  `;
  const { stderr } = await run(program);
  const files = stderr.split("\n").filter((line) => line.startsWith("file:"));
  expect(files.length).toBeGreaterThan(5);
  expect(files.length).toBeLessThan(16);
  expect(files.filter((file) => file.includes("@tensorflow"))).toEqual([]);
});
