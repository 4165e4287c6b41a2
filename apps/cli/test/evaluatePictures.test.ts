import { cp, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startBackend } from "@minibatch/backends";
import { mlp, saveModel } from "@minibatch/models";
import { temporaryFolder } from "@minibatch/testing";
import { tensor, tidy } from "@tensorflow/tfjs-core";
import { encode } from "fast-png";
import { beforeAll, expect, it } from "vitest";
import { runCli } from "./runCli.ts";

beforeAll(() => startBackend("cpu"));

/** A model of own pictures of 8 x 8, for which the first pixel decides: below 128 it is dark; nothing is ever black. */
async function withModel(): Promise<string> {
  const cwd = await temporaryFolder();
  const model = mlp({ inputShape: [8, 8, 1], hidden: [], classes: 3 });
  tidy(() => {
    const kernel = new Float32Array(3 * 64);
    kernel[2] = 20;
    model.setWeights([tensor(kernel, [64, 3]), tensor([-100, 10, 0])]);
  });
  await saveModel(model, join(cwd, "model"), {
    classNames: ["black", "dark", "light"],
    inputScaling: { scale: 1 / 255, offset: 0 },
    preparation: { kind: "picture", height: 8, width: 8, channels: 1, fit: "pad" },
  });
  model.dispose();
  return cwd;
}

it("minibatch evaluate <run> ./others tests by all pictures of a folder, of which classes may be missing", async () => {
  const cwd = await withModel();
  const of = { dark: [10, 20, 30, 40, 250], light: [200, 210, 220] };
  for (const [name, values] of Object.entries(of)) {
    await mkdir(join(cwd, "others", name), { recursive: true });
    for (const value of values) {
      const data = new Uint8Array(64).fill(value);
      // Pictures of one brightness would be copies of each other once they are brought to the same contrast.
      data.set([value, value / 2, 0, value], 60 - value / 5);
      data[0] = value;
      await writeFile(
        join(cwd, "others", name, `${value}.png`),
        encode({ width: 8, height: 8, channels: 1, data }),
      );
    }
  }
  const evaluate = (...args: string[]) =>
    runCli(["evaluate", "model", "others", "--backend", "cpu", "--cache-dir", "cache", ...args], { cwd });
  const { code, stdout, stderr } = await evaluate("--json");
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    samples: 8,
    accuracy: 7 / 8,
    confusionMatrix: [
      [0, 0, 0],
      [0, 4, 1],
      [0, 0, 3],
    ],
  });
  await rename(join(cwd, "others", "dark"), join(cwd, "others", "dim"));
  expect(await evaluate()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "others has pictures of dim, and the model tells black, dark, light apart.",
    ),
  });
});

it("minibatch evaluate <run> says how to name data that are not beside the run, and that a zip is to be unpacked", async () => {
  const cwd = await withModel();
  const experiment = {
    name: "my-pictures",
    data: { pictures: "my-pictures" },
    model: { mlp: { hidden: [] } },
  };
  await writeFile(
    join(cwd, "model", "experiment.json"),
    JSON.stringify({
      ...experiment,
      schedule: {
        optimizer: "adam",
        learningRate: 0.01,
        batchSize: 8,
        epochs: 1,
        validation: { ownPart: true },
      },
    }),
  );
  const evaluate = (run: string) => runCli(["evaluate", run, "--backend", "cpu"], { cwd });
  expect(await evaluate("model")).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /no folder or zip archive .*my-pictures\. Say where .* evaluate model \.\/my-pictures/,
    ),
  });
  await cp(join(cwd, "model", "model.json"), join(cwd, "run.zip"));
  expect(await evaluate("run.zip")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "run.zip is a zip, as the web app saves a run: unpack it, and give the folder.",
    ),
  });
});
