import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { dropoutSpecs } from "./dropoutSpecs.ts";
import { gradientSpecs } from "./gradientSpecs.ts";
import { leakSpecs } from "./leakSpecs.ts";
import { modelSpecs } from "./modelSpecs.ts";
import { opSpecs } from "./opSpecs.ts";

/**
 * What every backend has to do right, against values of TensorFlow for Python: operations, gradients, training steps of
 * the classic models, and no leaks. The specs need no test runner, so that they run in a browser page as well.
 *
 * @example
 * await startBackend("wasm");
 * for (const spec of conformanceSpecs) it(spec.name, () => spec.run());
 */
export const conformanceSpecs: readonly ConformanceSpec[] = [
  ...opSpecs,
  ...gradientSpecs,
  ...modelSpecs,
  ...dropoutSpecs,
  ...leakSpecs,
];
