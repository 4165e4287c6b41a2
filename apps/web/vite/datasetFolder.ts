import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  type DatasetCard,
  type DatasetFile,
  datasets,
  fileCache,
  fileKey,
  findDataset,
  listCache,
} from "@minibatch/datasets";
import { datasetServer } from "minibatch/dataset-server";
import type { Connect, Plugin } from "vite";
import { packDatasets } from "./packDatasets.ts";

/** Where the app looks for real datasets, relative to its page. */
const folder = "/datasets/";

/**
 * Hands out the real datasets of this machine beside the app: those in the cache, and, where `MINIBATCH_MIRROR` names a mirror, those of
 * the mirror. `datasets/index.json` lists their names.
 *
 * A build has those beside it that `MINIBATCH_PACK` names, separated by commas; `fitting` stands for all that fit a page and may be handed
 * on.
 *
 * @default none, so that a build is the same on every machine
 */
export function datasetFolder(env: NodeJS.ProcessEnv = process.env): Plugin {
  const { MINIBATCH_MIRROR: named, MINIBATCH_CACHE: cacheFolder, MINIBATCH_PACK: wanted = "" } = env;
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
    async writeBundle({ dir = "" }) {
      if (this.environment.config.consumer !== "client") return;
      const beside = join(dir, folder);
      const cards = wanted === "fitting" ? datasets : wanted.split(",").filter(Boolean).map(findDataset);
      const cache = fileCache(cacheFolder);
      const packed = await packDatasets({ cards, cache, mirror: mirror || undefined, folder: beside });
      await mkdir(beside, { recursive: true });
      await writeFile(join(beside, "index.json"), `${JSON.stringify({ datasets: packed })}\n`);
      const lacking = wanted === "fitting" ? [] : cards.filter(({ name }) => !packed.includes(name));
      if (lacking.length > 0) {
        const names = lacking.map(({ title }) => title).join(", ");
        this.error(
          `${names} cannot come along: a dataset has to be at hand (\`minibatch datasets fetch\`, or MINIBATCH_MIRROR), be no larger than ` +
            "a page can be, and have a licence under which its files may be handed on.",
        );
      }
      if (wanted !== "") this.info(`datasets beside the app: ${packed.join(", ") || "none is at hand"}`);
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
