// The engines of the table: how each is started, and which models it is given.
import { fileURLToPath } from "node:url";

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const node = (name, engine, argument, threads) =>
  nodeEngine(name, new URL(`engines/${engine}.mjs`, import.meta.url).href, argument, threads);

/** An engine in a process of Node: `module` has a function `start(argument, threads)`. */
export const nodeEngine = (name, module, argument, threads) => ({
  name,
  threads,
  command: process.execPath,
  args: [file("engineProcess.mjs"), module, argument, String(threads)],
});

/** `fit` of this repository with vectors of 128 bits, where Node may make some of 256: whoever gives it flags about them is left alone. */
const narrow = (threads) => {
  const engine = node("minibatch-wasm-128", "minibatch", "wasm", threads);
  return { ...engine, args: ["--no-experimental-wasm-revectorize", ...engine.args] };
};
const mayBeWide = process.arch === "x64" && Number.parseInt(process.versions.v8, 10) >= 13;

/** PyTorch, eager. */
export const torch = (threads) => ({
  name: "torch",
  threads,
  command: "python3",
  args: [file("engines/torchEager.py"), String(threads)],
});

/** PyTorch with the vectors of AVX2 at most, 256 bits: what it does on the many machines that have no wider ones. */
export const torchAvx2 = (threads) => ({
  ...torch(threads),
  name: "torch-avx2",
  env: { ATEN_CPU_CAPABILITY: "avx2", ONEDNN_MAX_CPU_ISA: "AVX2", MKL_ENABLE_INSTRUCTIONS: "AVX2" },
});

const keras = (name, backend, threads) => ({
  name,
  threads,
  command: "python3",
  args: [file("engines/kerasFit.py"), backend],
});

/** `fit` of this repository on one of its recipes. */
export const recipe = (name, threads) => node("minibatch-wasm", "recipe", name, threads);

/**
 * @param {number} cores what "all threads" is
 * @returns {{ name: string, threads: number, command: string, args: string[], small?: boolean }[]} `small`: only for
 *   the models of a few million operations, an epoch of the others would take days
 */
export function engines(cores) {
  return [
    node("minibatch-wasm", "minibatch", "wasm", 1),
    ...(cores > 1 ? [node("minibatch-wasm", "minibatch", "wasm", cores)] : []),
    ...(mayBeWide ? [narrow(cores)] : []),
    node("minibatch-node", "minibatch", "node", cores),
    node("tfjs-wasm", "tfjs", "wasm", 1),
    node("tfjs-node", "tfjs", "tensorflow", cores),
    keras("keras", "tensorflow", cores),
    keras("keras-jax", "jax", cores),
    torch(cores),
    ...(process.arch === "x64" ? [torchAvx2(cores)] : []),
    { ...node("jax-js", "jaxJs", "", 1), small: true },
    { ...node("convnetjs", "convnetJs", "", 1), small: true },
    { ...node("tfjs-cpu", "tfjs", "cpu", 1), small: true },
  ];
}
