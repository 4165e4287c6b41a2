// `npm test`: everything that has to hold before a change lands.
import { pnpm, setUp } from "./pnpm.mjs";

setUp();
pnpm(["turbo", "run", "format:check", "lint", "typecheck", "--output-logs=errors-only", "--log-prefix=none"]);
pnpm(["vitest", "run", ...process.argv.slice(2)]);
