// Every package's types in one program, as a strict project uses them.
import { type Backend, BackendError, startBackend } from "@minibatch/backends";
import { type ConformanceResult, runConformance } from "@minibatch/backends/testing";
import { type Dataset, findDataset, type Samples } from "@minibatch/datasets";
import { mnist } from "@minibatch/datasets/mnist";
import { cnn, loadModel, type ModelSummary, summary } from "@minibatch/models";
import { findRecipe, type RecipeResult, trainRecipe } from "@minibatch/recipes";
import { argMax, confusionMatrix, fit, type History, predict } from "@minibatch/training";
import { installWasmKernels, type WasmKernels } from "@minibatch/wasm-kernels";
import type { LayersModel } from "@tensorflow/tfjs-layers";

export async function main(): Promise<void> {
  const backend: Backend = await startBackend("wasm");
  const kernels: WasmKernels = await installWasmKernels({ threads: 1 });
  const { train, test } = await mnist.load({ limit: 1000, signal: AbortSignal.timeout(1000) });
  const samples: Samples = train;

  const model: LayersModel = cnn({ inputShape: [28, 28, 1], blocks: [{ filters: [8] }], classes: 10 });
  model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  const { rows }: ModelSummary = summary(model);
  const history: History = await fit(model, samples, {
    epochs: 1,
    onEvent(event) {
      if (event.type === "epoch") event.logs["loss"]?.toFixed(2);
    },
  });
  const loss: number | undefined = history["loss"]?.[0];
  const matrix: readonly (readonly number[])[] = confusionMatrix(
    test.y.data,
    argMax(await predict(model, test.x)),
    10,
  );

  const dataset: Dataset = findDataset("cifar-10");
  const results: readonly ConformanceResult[] = await runConformance();
  const result: RecipeResult = await trainRecipe(findRecipe("digits-cnn"), { epochs: 1 });
  const saved = await loadModel("folder").catch((error: unknown) => {
    if (error instanceof BackendError) return undefined;
    throw error;
  });

  // @ts-expect-error: no such backend
  await startBackend("cuda");
  // @ts-expect-error: no such option
  await fit(model, samples, { epoch: 1 });
  // @ts-expect-error: results are not to be changed
  history["loss"][0] = 0;

  void [backend, kernels, rows, loss, matrix, dataset, results, result, saved];
}
