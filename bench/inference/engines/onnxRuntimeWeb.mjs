import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readInputs } from "../readInputs.mjs";

/** onnxruntime-web, its WebAssembly. It is nobody's dependency here: it is found in the current folder or in NODE_PATH. */
export async function start(folder, threads) {
  const ort = await load();
  ort.env.wasm.numThreads = threads;
  const sessions = new Map();
  return {
    prepare(spec, batchSize, batches) {
      return async () => {
        const session = await sessionOf(spec.name);
        const inputs = readInputs(folder, spec.name, spec.inputShape, batchSize);
        const feeds = {
          [session.inputNames[0]]: new ort.Tensor("float32", inputs, [batchSize, ...spec.inputShape]),
        };
        let outputs;
        for (let batch = 0; batch < batches; batch += 1) {
          const results = await session.run(feeds);
          outputs = results[session.outputNames[0]].data;
        }
        return batches === 1 ? { outputs: [...outputs] } : {};
      };
    },
  };

  async function sessionOf(name) {
    if (!sessions.has(name)) {
      const bytes = await readFile(join(folder, `${name}.onnx`));
      sessions.set(name, await ort.InferenceSession.create(bytes));
    }
    return sessions.get(name);
  }
}

async function load() {
  for (const from of [import.meta.url, `${process.cwd()}/package.json`]) {
    try {
      return await import(pathToFileURL(createRequire(from).resolve("onnxruntime-web")).href);
    } catch {
      continue;
    }
  }
  throw new Error("onnxruntime-web is not installed");
}
