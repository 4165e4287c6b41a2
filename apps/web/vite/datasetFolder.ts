import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  type DatasetCard,
  type DatasetFile,
  datasets,
  fileCache,
  fileKey,
  listCache,
} from "@minibatch/datasets";
import { datasetServer } from "minibatch/dataset-server";
import type { Connect, Plugin } from "vite";

/** Where the app looks for real datasets, relative to its page. */
const folder = "/datasets/";

/**
 * Hands out the real datasets of this machine beside the app: those in the cache, and, where `MINIBATCH_MIRROR` names a mirror, those of
 * the mirror. `datasets/index.json` lists their names; a build has an empty list.
 */
export function datasetFolder(env: NodeJS.ProcessEnv = process.env): Plugin {
  const { MINIBATCH_MIRROR: named, MINIBATCH_CACHE: cacheFolder } = env;
  const home = env["INIT_CWD"] ?? process.cwd();
  const mirror = named === undefined || named === "" || URL.canParse(named) ? named : resolve(home, named);
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    if (!path.startsWith(folder)) return next();
    if (path === `${folder}index.json`) {
      const send = async (): Promise<void> => {
        const index = JSON.stringify({ datasets: await available(mirror, cacheFolder) });
        response.setHeader("Content-Type", "application/json");
        response.end(index);
      };
      return void send().catch(next);
    }
    request.url = path.slice(folder.length - 1);
    server.emit("request", request, response);
  };
  const server = datasetServer({ cache: fileCache(cacheFolder), mirror: mirror || undefined });
  return {
    name: "minibatch:dataset-folder",
    configureServer: ({ middlewares }) => void middlewares.use(serve),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(serve),
    generateBundle() {
      if (this.environment.config.consumer !== "client") return;
      this.emitFile({
        type: "asset",
        fileName: `${folder.slice(1)}index.json`,
        source: `${JSON.stringify({ datasets: [] })}\n`,
      });
    },
  };
}

async function available(mirror: string | undefined, cacheFolder: string | undefined): Promise<string[]> {
  const cache = fileCache(cacheFolder);
  const stored = datasets.filter(({ files }) => files.length > 0);
  const names = await Promise.all(
    stored.map(async (dataset) => {
      const files = await listCache(cache, dataset);
      const isHere = files.every(({ state }) => state === "present") || isInMirror(dataset, mirror);
      return isHere ? [dataset.name] : [];
    }),
  );
  return names.flat();
}

/** A folder can be looked into; of an address only asking for the files would tell. */
function isInMirror(dataset: DatasetCard, mirror: string | undefined): boolean {
  if (!mirror) return false;
  if (URL.canParse(mirror)) return true;
  const has = (file: DatasetFile | undefined): boolean =>
    file !== undefined && existsSync(join(mirror, fileKey(dataset, file.name)));
  return dataset.files.every((file) => has(file) || has(file.alternative));
}
