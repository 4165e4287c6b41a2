import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { needsSetUp, setUp } from "./pnpm.mjs";
import { stopWithParent } from "./stopWithParent.mjs";

const app = new URL("../apps/web/", import.meta.url);

/**
 * Builds and serves the web app, without datasets, and does something with it in a Chromium.
 *
 * @param act `({ browser, url, folder }) => Promise`: the browser, the address of the app, and a folder that is gone afterwards
 * @param args what Chromium is started with
 */
export async function withBuiltApp(act, args = []) {
  if (needsSetUp()) setUp({ quiet: true });
  stopWithParent();
  const folder = mkdtempSync(join(tmpdir(), "minibatch-web-"));
  delete process.env.MINIBATCH_MIRROR;
  process.env.MINIBATCH_CACHE = join(folder, "cache");
  const { build, preview } = await import(new URL("node_modules/vite/dist/node/index.js", app).href);
  const { chromium } = createRequire(new URL("../testing/package.json", import.meta.url))("playwright-core");
  const config = {
    root: fileURLToPath(app),
    logLevel: "error",
    build: { outDir: join(folder, "app"), emptyOutDir: true },
    preview: { host: "127.0.0.1", port: 0 },
  };
  try {
    await build(config);
    const server = await preview(config);
    const { port } = server.httpServer.address();
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ["--no-sandbox", ...args],
    });
    try {
      await act({ browser, url: `http://127.0.0.1:${port}/`, folder });
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function chromiumPath() {
  const find = process.platform === "win32" ? "where" : "which";
  const { CHROMIUM_PATH: named } = process.env;
  return named || execFileSync(find, ["chromium"], { encoding: "utf8" }).split("\n", 1)[0];
}
