import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawDigits } from "@minibatch/datasets";
import { loadModel } from "@minibatch/models";
import { temporaryFolder } from "@minibatch/testing";
import { encode } from "fast-png";
import { expect, it } from "vitest";
import { runCli } from "../runCli.ts";

/** A folder of pictures of two digits. */
async function folderOfDigits(each: number): Promise<string> {
  const cwd = await temporaryFolder();
  const { x, y } = drawDigits({ count: 20 * each });
  const names = new Map([
    [0, "round"],
    [1, "straight"],
  ]);
  const left = new Map([...names.keys()].map((digit) => [digit, each]));
  for (const name of names.values()) await mkdir(join(cwd, "shapes", name), { recursive: true });
  for (const [row, digit] of y.data.entries()) {
    const count = left.get(digit) ?? 0;
    if (count === 0) continue;
    left.set(digit, count - 1);
    const picture = { width: 28, height: 28, channels: 1, data: x.data.slice(row * 784, (row + 1) * 784) };
    await writeFile(join(cwd, "shapes", names.get(digit) ?? "", `${count}.png`), encode(picture));
  }
  return cwd;
}

it("minibatch train ./pictures --from a network of digits learns other classes by its last layer alone, says which size fits, and repeats and goes on by its folder", async () => {
  const cwd = await folderOfDigits(24);
  const minibatch = (...argv: string[]) =>
    runCli([...argv, "--backend", "wasm", "--cache-dir", join(cwd, "cache")], { cwd });
  await minibatch("train", "digits-cnn", "--limit", "1000", "--epochs", "1", "--out", "digits", "--quiet");
  const from = ["shapes", "--from", "digits", "--freeze", "--epochs", "8", "--out", "run"];
  const misfit = await minibatch("train", ...from, "--image-size", "32");
  expect([misfit.code, misfit.stderr]).toEqual([
    1,
    expect.stringContaining("Add --image-size 28 --grey for pictures of its size."),
  ]);
  const trained = await minibatch("train", ...from, "--image-size", "28", "--grey", "--json");
  expect(trained.code, trained.stderr).toBe(0);
  expect(trained.stderr).toContain("starts from digits, with a new last layer for 2 classes");
  expect(JSON.parse(trained.stdout).test.accuracy).toBeGreaterThan(0.7);

  // The run folder holds what it started from: it repeats, and goes on, with no option.
  expect(JSON.parse(await readFile(join(cwd, "run", "experiment.json"), "utf8")).from).toEqual({
    model: "../digits",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    freeze: true,
  });
  const again = await minibatch("train", "run/experiment.json", "--out", "again");
  expect(again.code, again.stderr).toBe(0);
  expect(again.stderr).toContain("starts from digits");
  expect(await readFile(join(cwd, "again", "weights.bin"))).toEqual(
    await readFile(join(cwd, "run", "weights.bin")),
  );
  const sweep = await runCli(["sweep", "plan", "run/experiment.json", "--seeds", "1..2", "-o", "plan.json"], {
    cwd,
  });
  expect([sweep.code, sweep.stderr]).toEqual([2, expect.stringContaining("start from fresh models")]);
  const halfway = await minibatch(
    "train",
    ...from,
    "--image-size",
    "28",
    "--grey",
    "--epochs",
    "4",
    "--out",
    "half",
  );
  expect(halfway.code, halfway.stderr).toBe(0);
  const longer = await minibatch("train", "--resume", "half", "--epochs", "8");
  expect(longer.code, longer.stderr).toBe(0);
  const [resumed, digits] = await Promise.all(
    ["half", "digits"].map(async (run) => (await loadModel(join(cwd, run))).model),
  );
  // Frozen layers are still those of the model that it started from.
  const kernels = [resumed, digits].map((model) =>
    model?.layers
      .find(({ weights }) => weights.length > 0)
      ?.getWeights()[0]
      ?.dataSync(),
  );
  expect(kernels[0]).toEqual(kernels[1]);
  for (const model of [resumed, digits]) model?.dispose();

  const { stdout } = await minibatch("predict", "run", "shapes/round/1.png", "--json");
  expect(Object.keys(JSON.parse(stdout).predictions[0].probabilities)).toEqual(["round", "straight"]);
}, 120_000);
