// `npm run test:proofs`: what takes long to prove and seldom fails (test/proofs, here and in each package and app).
import { pnpm, setUp } from "./pnpm.mjs";

setUp({ quiet: true });
pnpm(["vitest", "run", "--config", "vitest.proofs.config.ts", ...process.argv.slice(2)]);
