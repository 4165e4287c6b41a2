export { decodeOnnx } from "./decodeOnnx.ts";
export { OnnxError, type OnnxErrorCode, type OnnxProblem } from "./OnnxError.ts";
export { type EncodeOnnxOptions, encodeOnnx } from "./encodeOnnx.ts";
