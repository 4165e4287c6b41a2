// `npm run web:build`: the web app as static files in apps/web/dist, for any path of any static server.
import { setUp } from "./pnpm.mjs";
import { runVite } from "./runVite.mjs";

setUp({ quiet: true });
await runVite(["build", "--emptyOutDir"]);
