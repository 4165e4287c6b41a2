export { type DecodedKeras, decodeKeras } from "./decodeKeras.ts";
export { type EncodeKerasOptions, encodeKeras } from "./encodeKeras.ts";
export { KerasError, type KerasErrorCode, type UnsupportedLayer } from "./KerasError.ts";
export { type LoadKerasWeightsOptions, loadKerasWeights } from "./loadKerasWeights.ts";
export { registerResetAfterGru } from "./layers/resetAfterGru.ts";
