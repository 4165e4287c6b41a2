// Puts tfjs' own file of its WASM backend in the place of dist/tfjsBackend.js, without the modules of Node that it imports and
// uses in Node only. tfjs says in `browser` of its package.json that browsers need none of them, which Rollup reads only where
// it is told to: its pages then asked for `fs`, in vain.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const tfjs = createRequire(import.meta.url);
const file = tfjs.resolve("@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.fesm.min.js");
const script = readFileSync(file, "utf8")
  .replace(/^\/\/# sourceMappingURL=.*$/m, "")
  .replace(/\bimport (\w+) from"(?:fs|os|path|perf_hooks)";/g, "const $1={};");

const imported = Array.from(script.matchAll(/\bimport\b[^;]*?\bfrom"([^"]+)"/g), ([, name]) => name);
if (imported.join() !== "@tensorflow/tfjs-core")
  throw new Error(
    `expected ${file} to import nothing but tfjs-core and modules of Node, it imports ${imported.join(", ")}`,
  );

writeFileSync(new URL("../dist/tfjsBackend.js", import.meta.url), script);
