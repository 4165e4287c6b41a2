export { type DecodedKeras, decodeKeras } from "./decodeKeras.ts";
export { type EncodeKerasOptions, encodeKeras } from "./encodeKeras.ts";
export { KerasError, type KerasErrorCode, type KerasProblem } from "./KerasError.ts";
export { type LoadKerasWeightsOptions, loadKerasWeights } from "./loadKerasWeights.ts";
export { registerKerasLayers } from "./registerKerasLayers.ts";
