export { ConformanceError } from "./testing/ConformanceError.ts";
export type { ConformanceErrorCode } from "./testing/ConformanceError.ts";
export type { ConformanceModel } from "./testing/ConformanceModel.ts";
export type { ConformanceSpec } from "./testing/ConformanceSpec.ts";
export { conformanceSpecs } from "./testing/conformanceSpecs.ts";
export { runConformance } from "./testing/runConformance.ts";
export type { ConformanceResult } from "./testing/runConformance.ts";
export { trainingStepSpecs } from "./testing/trainingStepSpecs.ts";
