// `npm run test:sweeps`: one plan in a shell, under a real Slurm where it is installed, and with kill -9: the same merged bytes
// (apps/cli/everywhere).
import { setUp } from "./pnpm.mjs";

setUp({ quiet: true });
await import(new URL("../apps/cli/everywhere/index.mjs", import.meta.url).href);
