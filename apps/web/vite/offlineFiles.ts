import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { pageLock } from "../src/offline/pageLock.ts";
import { pagePolicy, workerPolicy } from "./contentSecurityPolicy.ts";

/** Not kept for offline use: the worker's own file. Datasets come into the browser's cache when they are first used. */
const left = new Set(["service-worker.js"]);

/** Builds the service worker, and tells it which files to keep and under which policies to hand them out. */
export function offlineFiles(): Plugin {
  let publicFolder = "";
  return {
    name: "minibatch:offline-files",
    apply: "build",
    enforce: "post",
    config: ({ build: { assetsDir: assets = "assets" } = {} }) => ({
      build: {
        rolldownOptions: {
          input: { index: "index.html", "service-worker": "src/offline/serviceWorker.ts" },
          output: {
            entryFileNames: ({ name }) =>
              name === "service-worker" ? "service-worker.js" : `${assets}/[name]-[hash].js`,
          },
        },
      },
    }),
    configResolved({ publicDir }) {
      publicFolder = publicDir;
    },
    generateBundle(_options, bundle) {
      const worker = bundle["service-worker.js"];
      if (worker?.type !== "chunk") return;
      if (worker.imports.length > 0)
        this.error("The service worker must be one file, but it imports others.");
      const version = createHash("sha256");
      const files = Object.entries(bundle).map(([name, file]) => {
        version.update(name).update(file.type === "chunk" ? file.code : file.source);
        return name;
      });
      for (const name of filesIn(publicFolder)) {
        version.update(name).update(readFileSync(join(publicFolder, name)));
        files.push(name);
      }
      const setup = {
        version: version.digest("hex").slice(0, 12),
        files: files.filter((name) => !left.has(name)).sort(),
        pagePolicy,
        workerPolicy,
        pageLock,
      };
      worker.code = worker.code.replace("offlineSetup", JSON.stringify(setup));
    },
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
}
