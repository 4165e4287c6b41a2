import { fileURLToPath } from "node:url";
import { stopWithParent } from "./stopWithParent.mjs";

const app = new URL("../apps/web/", import.meta.url);

/** Runs Vite in this process on the web app, with these arguments and those of the command line. */
export async function runVite(args) {
  process.argv = [...process.argv.slice(0, 2), ...args, ...process.argv.slice(2)];
  process.chdir(fileURLToPath(app));
  stopWithParent();
  await import(new URL("node_modules/vite/bin/vite.js", app).href);
}
