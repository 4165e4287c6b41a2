import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { kerasBundle } from "../scripts/kerasBundle.mjs";
import { root } from "../scripts/pnpm.mjs";

/** 12 kB, minified and zipped: for all that a usual `.keras` file needs, read and written. */
const most = 12_000;

/** Files that Keras wrote: a sequential model with Adam's state, and a functional one with shared and nested layers. */
const usual = ["sequential", "functional"];

it("reading and writing .keras files takes at most 12,000 bytes of script", async () => {
  const { code, rest } = await kerasBundle();
  const zipped = gzipSync(code).length;
  expect(zipped).toBeLessThanOrEqual(most);
  // What is loaded by itself is there, and not in the first script too.
  expect(rest.length).toBeGreaterThan(5);
});

it("that script alone reads and writes what Keras writes, with the state of the optimizer", async () => {
  const { code } = await kerasBundle();
  const modules = join(root, "packages", "keras", "node_modules");
  mkdirSync(modules, { recursive: true });
  // Within the package, so that tfjs is found; without the other scripts, so that whoever asks for one fails.
  const folder = mkdtempSync(join(modules, ".keras-size-"));
  try {
    writeFileSync(join(folder, "keras.mjs"), code);
    writeFileSync(join(folder, "check.mjs"), check);
    const reference = join(root, "packages", "keras", "test", "reference", "files.json");
    const printed = execFileSync(process.execPath, [join(folder, "check.mjs"), reference, ...usual], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    expect(JSON.parse(printed)).toEqual({
      sequential: { optimizer: "Adam", notes: [], same: true },
      functional: { optimizer: null, notes: [], same: true },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const check = `
import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { decodeKeras, encodeKeras } from "./keras.mjs";

const [path, ...names] = process.argv.slice(2);
const reference = JSON.parse(readFileSync(path, "utf8"));
const found = {};
for (const name of names) {
  const bytes = new Uint8Array(gunzipSync(Buffer.from(reference[name].files[".keras"], "base64")));
  const { model, notes } = await decodeKeras(bytes);
  const written = await encodeKeras(model);
  const again = await decodeKeras(written);
  const same = Buffer.compare(await encodeKeras(again.model), written) === 0;
  found[name] = { optimizer: model.optimizer?.getClassName() ?? null, notes, same };
}
process.stdout.write(JSON.stringify(found));
`;
