// `npm run web`: the web app, with the real datasets of this machine beside it; installs and builds the first time.
import { needsSetUp, setUp } from "./pnpm.mjs";
import { runVite } from "./runVite.mjs";

if (needsSetUp()) {
  console.error("Installing and building; the first time that takes about a minute …");
  setUp({ quiet: true });
}
await runVite([]);
