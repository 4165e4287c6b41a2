// In a process of its own: native TensorFlow stays in it, where it is tested.
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { startBackend } from "../src/index.ts";
import { node } from "../src/node.node.ts";
import { fakePackage } from "./fakePackage.ts";

const fix = "minibatch backends --setup node";
const addon = { "lib/napi-v8/tfjs_binding.node": "" };
const libraries = { "deps/lib/libtensorflow.so": "", "deps/lib/libtensorflow.dylib": "" };

/** A managed folder with a tfjs-node of these files. */
async function withPackage(files: Readonly<Record<string, string>>): Promise<{ readonly folder: string }> {
  const folder = await temporaryFolder();
  await fakePackage(join(folder, "node"), "@tensorflow/tfjs-node", files);
  return { folder };
}

it('startBackend("node") rejects with the fix where tfjs-node is not installed', async () => {
  await expect(startBackend("node", { folder: await temporaryFolder() })).rejects.toMatchObject({
    code: "NOT_INSTALLED",
    message: `expected native TensorFlow, but @tensorflow/tfjs-node is not installed: run ${fix}`,
  });
});

it("node.probe() tells an install without its addon, as a blocked download leaves it", async () => {
  const reason = "@tensorflow/tfjs-node is installed, but its native addon was not built";
  expect(await node.probe(await withPackage({}))).toMatchObject({ available: false, reason, fix });
});

it("node.probe() tells an addon whose TensorFlow is gone", async () => {
  const reason = "@tensorflow/tfjs-node is installed, but the TensorFlow it was built on is gone";
  expect(await node.probe(await withPackage(addon))).toMatchObject({ available: false, reason, fix });
});

it("node.probe() finds a whole one without loading it", async () => {
  const files = { ...addon, ...libraries, "index.js": "throw new Error('loaded')" };
  expect(await node.probe(await withPackage(files))).toMatchObject({
    available: true,
    fix: "",
    device: expect.stringMatching(/^native TensorFlow, (one core|\d+ cores)$/) as unknown,
  });
});

it("node.start() rejects with the reason and the fix where the addon does not load", async () => {
  const files = { ...addon, ...libraries, "index.js": "throw new Error('wrong ELF class\\nand more')" };
  await expect(node.start(await withPackage(files))).rejects.toMatchObject({
    code: "START_FAILED",
    message: expect.stringMatching(
      /did not load \(wrong ELF class\): run minibatch backends --setup node$/,
    ) as unknown,
  });
});
