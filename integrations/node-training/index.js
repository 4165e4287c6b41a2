// A convnet, trained on WebAssembly, saved, loaded and measured.
import { startBackend } from "@minibatch/backends";
import { syntheticDigits } from "@minibatch/datasets";
import { cnn, loadModel, saveModel } from "@minibatch/models";
import { evaluate, fit } from "@minibatch/training";

const backend = await startBackend("wasm");
const { train, test } = await syntheticDigits.load({ limit: { train: 1000, test: 200 } });

const compiled = { optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] };
const model = cnn({ inputShape: [28, 28, 1], blocks: [{ filters: [8] }, { filters: [16] }], classes: 10 });
model.compile(compiled);
const { loss } = await fit(model, train, { epochs: 3, batchSize: 32 });

await saveModel(model, "digits");
const saved = await loadModel("digits");
saved.model.compile(compiled);
const { accuracy } = await evaluate(saved.model, test);

console.log(JSON.stringify({ backend: backend.name, loss, accuracy }));
