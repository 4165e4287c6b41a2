// Files of Keras with bytes changed, cut, moved or repeated. Each has to give a model, or an error
// with a code, within a second and 200 MB.
import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as tf from "@tensorflow/tfjs-core";
import { decodeKeras, KerasError } from "../src/index.ts";

const [count = 1000, seed = 1] = process.argv.slice(2).map(Number);
const mostSeconds = 1;
const mostBytes = 200 * 1024 * 1024;

interface Reference {
  readonly files: Readonly<Record<string, string>>;
}

const reference = JSON.parse(readFileSync(process.argv[4] ?? "", "utf8")) as Record<string, Reference>;
const originals = Object.values(reference).flatMap(({ files }) =>
  [".keras", ".h5"].map((ending) => new Uint8Array(gunzipSync(Buffer.from(files[ending] ?? "", "base64")))),
);

/** Numbers from 0 to below `below`, the same for the same seed. */
function generator(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Checksums of a zip archive are right after a change: else nothing behind them would be tried. */
function withRightChecksums(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const header = view.getUint32(at + 42, true);
    if (header + 30 > bytes.length) continue;
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    view.setUint32(at + 16, crc(bytes.subarray(start, start + view.getUint32(at + 20, true))), true);
  }
  return bytes;
}

function crc(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return (remainder ^ 0xffffffff) >>> 0;
}

function mutated(random: (below: number) => number): Uint8Array {
  const bytes = (originals[random(originals.length)] as Uint8Array).slice();
  const view = new DataView(bytes.buffer);
  const kind = random(6);
  const times = 1 + random(4);
  if (kind === 0) return bytes.subarray(0, random(bytes.length));
  for (let i = 0; i < times; i++) {
    const at = random(bytes.length - 16);
    if (kind === 1) bytes[at] = random(256);
    else if (kind === 2) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    // Another address, most often one that is in the file.
    else if (kind === 3)
      view.setBigUint64(at & ~7, BigInt(random(4) === 0 ? random(2 ** 32) : random(bytes.length)), true);
    else if (kind === 4)
      view.setUint32(at & ~3, [0, 1, 0x7fffffff, 0xffffffff, random(2 ** 32)][random(5)] ?? 0, true);
    else bytes.copyWithin(at, random(bytes.length), random(bytes.length));
  }
  return random(4) === 0 ? bytes : withRightChecksums(bytes);
}

void tryAll();

async function tryAll(): Promise<void> {
  await tf.setBackend("cpu");
  const warn = console.warn;
  console.warn = () => undefined;
  const counts: Record<string, number> = {};
  let failed = 0;
  let slowest = 0;
  for (let i = 0; i < count; i++) {
    const bytes = mutated(generator(seed + i));
    const tensors = tf.memory().numTensors;
    const start = performance.now();
    let outcome = "a model";
    let fault = "";
    try {
      const { model } = await decodeKeras(bytes);
      model.dispose();
    } catch (error) {
      outcome = error instanceof KerasError ? error.code : "";
      if (outcome === "") fault = String(error);
    }
    const seconds = (performance.now() - start) / 1000;
    slowest = Math.max(slowest, seconds);
    if (seconds > mostSeconds) fault = `it took ${seconds.toFixed(1)} s`;
    const memory = process.memoryUsage();
    if (memory.arrayBuffers > mostBytes) fault = `it took ${memory.arrayBuffers} bytes`;
    if (tf.memory().numTensors !== tensors)
      fault = `${tf.memory().numTensors - tensors} tensors were left behind`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (fault !== "") {
      failed += 1;
      if (failed <= 10) console.log(`case ${seed + i}: ${fault}`);
    }
  }
  console.warn = warn;
  console.log(JSON.stringify(counts), `slowest ${slowest.toFixed(2)} s`);
  console.log(`${count - failed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
}
