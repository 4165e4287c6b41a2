// `npm run test:fuzz:keras`: damaged files of Keras (packages/keras/fuzz).
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
await import(new URL("../packages/keras/fuzz/index.mjs", import.meta.url).href);
