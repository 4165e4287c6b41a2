// `npm run test:keras`: models that real Keras writes and reads, layer by layer (packages/keras/compare). Needs python3 with keras.
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
await import(new URL("../packages/keras/compare/index.mjs", import.meta.url).href);
