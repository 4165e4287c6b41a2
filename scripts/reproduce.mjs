// `npm run reproduce`: trains the recipes on the real data and writes docs/reproduction.md.
import { setUp } from "./pnpm.mjs";
import { stopWithParent } from "./stopWithParent.mjs";

setUp({ quiet: true });
stopWithParent();
await import(new URL("../bench/reproduction/index.mjs", import.meta.url).href);
