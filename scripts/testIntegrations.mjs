// `npm run test:integrations`: packs every package, and installs, builds and runs the projects in integrations/ with them.
import { packPackages } from "./packPackages.mjs";
import { pnpm, setUp } from "./pnpm.mjs";

setUp();
packPackages("integrations/tarballs");
pnpm(["vitest", "run", "--config", "integrations/vitest.config.ts", ...process.argv.slice(2)]);
