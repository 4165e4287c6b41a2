// `npm run test:fuzz`: random networks and programs on the kernels beside tfjs' cpu backend (packages/wasm-kernels/fuzz).
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
await import(new URL("../packages/wasm-kernels/fuzz/index.mjs", import.meta.url).href);
