// `npm test`: everything that has to hold before a change lands.
import { packPackages } from "./packPackages.mjs";
import { pnpm, setUp } from "./pnpm.mjs";

setUp();
pnpm(["check"]);
packPackages("integrations/tarballs");
pnpm(["vitest", "run", ...process.argv.slice(2)]);
