import { join, resolve } from "node:path";
import type { Cache } from "./Cache.ts";
import { homeFolder } from "./homeFolder.node.ts";
import { torchvisionPlaces } from "./otherPlaces.node.ts";
import { readIfThere } from "./readIfThere.node.ts";

/**
 * What torchvision has downloaded before, read as our own files and never written: `MNIST/raw`, `FashionMNIST/raw`, `KMNIST/raw`, zipped or
 * unzipped, the archive of EMNIST, and the binary batches of CIFAR-10. All of it is verified as if we had downloaded it.
 *
 * @param folders where torchvision was told to keep its data
 * @default `data` in the working folder, as its examples have it; `$TORCHVISION_DATASETS_HOME`; `datasets/vision` in `$TORCH_HOME`, else in
 * `~/.cache/torch`
 */
export function torchvisionCache(folders: () => readonly string[] = defaultFolders): Pick<Cache, "get"> {
  return {
    async get(key, room) {
      for (const folder of folders()) {
        for (const place of torchvisionPlaces(key)) {
          const bytes = await readIfThere(join(folder, place), room).catch(() => undefined);
          if (bytes !== undefined) return bytes;
        }
      }
      return undefined;
    },
  };
}

function defaultFolders(): string[] {
  const { TORCHVISION_DATASETS_HOME: named, TORCH_HOME: torch, XDG_CACHE_HOME: caches } = process.env;
  const home = homeFolder();
  const kept = caches || (home && join(home, ".cache"));
  const own = torch || (kept && join(kept, "torch"));
  return [resolve("data"), ...(named ? [named] : []), ...(own ? [join(own, "datasets", "vision")] : [])];
}
