// `npm run test:mutation`: what the tests of the pure parts notice when an expression is changed (testing/mutation).
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
await import(new URL("../testing/mutation/index.mjs", import.meta.url).href);
