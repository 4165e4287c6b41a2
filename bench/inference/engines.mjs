// The engines that predict: how each is started. Each reads the models from a folder that `writeModels` filled, or builds the recipe's.
import { fileURLToPath } from "node:url";
import { nodeEngine } from "../training/engines.mjs";

const python = (name, script, folder, threads) => ({
  name,
  threads,
  command: "python3",
  args: [fileURLToPath(new URL(`engines/${script}.py`, import.meta.url)), folder, String(threads)],
});
const node = (name, engine, argument, threads) =>
  nodeEngine(name, new URL(`engines/${engine}.mjs`, import.meta.url).href, argument, threads);

/**
 * @param {string} folder what `writeModels` filled
 * @param {number} cores what "all threads" is
 * @returns {{ name: string, threads: number, command: string, args: string[] }[]} the first one is what the others have to agree with
 */
export function engines(folder, cores) {
  return [
    ...(cores > 1 ? [node("minibatch-wasm", "layersModel", `minibatch:${folder}`, cores)] : []),
    node("minibatch-wasm", "layersModel", `minibatch:${folder}`, 1),
    node("tfjs-wasm", "layersModel", `tfjs:${folder}`, 1),
    node("onnxruntime-web", "onnxRuntimeWeb", folder, 1),
    python("onnxruntime", "onnxRuntime", folder, cores),
    python("torch", "torchGraph", folder, cores),
  ];
}
