import type { TestContext } from "vitest";
import { requireTestBackends } from "../../backends/test/requireTestBackends.ts";

/** A step of these takes the plain JavaScript of cpu ten seconds and more; on wasm the same steps are held against Keras everywhere. */
const slowOnCpu: ReadonlySet<string> = new Set(["cifar10-airbench-93", "cifar10-airbench-94"]);

/** Skips the running test where cpu is slow at the network of a recipe, unless slow backends are tested. */
export function requireFastOnCpu(context: TestContext, recipe: string): void {
  if (slowOnCpu.has(recipe)) requireTestBackends(context);
}
