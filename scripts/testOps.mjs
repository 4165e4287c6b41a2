// `npm run test:ops`: tfjs-core's own tests of its operations on the kernels (packages/wasm-kernels/opTests). With `-- --update`,
// writes the list of those that fail.
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
await import(new URL("../packages/wasm-kernels/opTests/index.mjs", import.meta.url).href);
