import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawDigits } from "@minibatch/datasets";
import { temporaryFolder } from "@minibatch/testing";
import { encode } from "fast-png";
import { expect, it } from "vitest";
import { runCli } from "./runCli.ts";

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

it("minibatch train ./pictures --from a network of digits learns other classes by its last layer alone, and says which size fits", async () => {
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
  const { stdout } = await minibatch("predict", "run", "shapes/round/1.png", "--json");
  expect(Object.keys(JSON.parse(stdout).predictions[0].probabilities)).toEqual(["round", "straight"]);
}, 120_000);
