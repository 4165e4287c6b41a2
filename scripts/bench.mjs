// `npm run bench`: training beside its peers, in one table. `-- --quick --json` and more: bench/training/README.md.
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
await import(new URL("../bench/training/index.mjs", import.meta.url).href);
