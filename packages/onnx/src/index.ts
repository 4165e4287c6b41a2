export { loadOnnx } from "./loadOnnx.ts";
export { OnnxError, type OnnxErrorCode, type OnnxProblem } from "./OnnxError.ts";
export { type SaveOnnxOptions, saveOnnx } from "./saveOnnx.ts";
