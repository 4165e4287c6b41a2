import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { conformanceSpecs } from "./conformanceSpecs.ts";

/** How a spec went. */
export interface ConformanceResult {
  readonly name: string;
  /** What went wrong; empty where nothing did. */
  readonly error: string;
  readonly seconds: number;
}

/**
 * Runs every spec on the backend that TensorFlow.js runs on, one after the other.
 *
 * @param specs the suite, or `[...conformanceSpecs, ...trainingStepSpecs(models)]` for models of yours as well
 * @returns how each went; a failure stops none of the others
 * @example
 * await startBackend("webgpu");
 * const failed = (await runConformance()).filter(({ error }) => error !== "");
 */
export async function runConformance(
  specs: readonly ConformanceSpec[] = conformanceSpecs,
): Promise<ConformanceResult[]> {
  const results: ConformanceResult[] = [];
  for (const spec of specs) {
    const started = performance.now();
    let error = "";
    try {
      await spec.run();
    } catch (thrown) {
      error = String(thrown);
    }
    results.push({ name: spec.name, error, seconds: (performance.now() - started) / 1000 });
  }
  return results;
}
