// Runs the built worker in workerd, and asks it once for each address.
import { Miniflare } from "miniflare";

const worker = new Miniflare({
  scriptPath: "dist/worker.js",
  modules: true,
  modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
  compatibilityDate: "2026-04-01",
});
const answer = async (path) => (await worker.dispatchFetch(`http://edge${path}`)).text();
console.log(
  JSON.stringify({
    trained: JSON.parse(await answer("/train")),
    predicted: JSON.parse(await answer("/predict")),
  }),
);
await worker.dispose();
