/**
 * tfjs' WASM backend for whoever resolves packages neither for Node nor for browsers, as Rollup does by itself. In `dist`,
 * scripts/carryTfjsBackend.mjs puts tfjs' own file in this place, without its imports of Node's modules.
 */
export * from "@tensorflow/tfjs-backend-wasm";
