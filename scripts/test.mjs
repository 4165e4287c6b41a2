// `npm test`: everything that has to hold before a change lands.
import { pnpm, setUp } from "./pnpm.mjs";

setUp();
pnpm(["check"]);
pnpm(["vitest", "run", ...process.argv.slice(2)]);
