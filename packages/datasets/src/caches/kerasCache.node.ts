import { join } from "node:path";
import type { Cache } from "./Cache.ts";
import { homeFolder } from "./homeFolder.node.ts";
import { readIfThere } from "./readIfThere.node.ts";
import { encodeIdx } from "../formats/encodeIdx.ts";
import { unpackNpy } from "../formats/parseNpz.ts";
import { readZipDirectory } from "../formats/readZipDirectory.ts";

/** Where Keras keeps an array of MNIST that we know as a file. */
const mnistArrays: Readonly<Record<string, string>> = {
  "mnist/train-images-idx3-ubyte.gz": "x_train",
  "mnist/train-labels-idx1-ubyte.gz": "y_train",
  "mnist/t10k-images-idx3-ubyte.gz": "x_test",
  "mnist/t10k-labels-idx1-ubyte.gz": "y_test",
};

/**
 * What Keras has downloaded before, read as our own files; it is never written.
 *
 * Keras keeps Fashion-MNIST and California housing as we do, and Boston as our second choice. Its `mnist.npz` is turned back into IDX files, whose unzipped
 * bytes have a checksum of their own: so all of it is verified as if we had downloaded it.
 *
 * @param folder where Keras keeps its data
 * @default `datasets` in `$KERAS_HOME`, else in `~/.keras`
 */
export function kerasCache(folder: string | undefined = defaultFolder()): Pick<Cache, "get"> {
  return {
    async get(key, room) {
      if (folder === undefined) return undefined;
      const array = mnistArrays[key];
      if (array !== undefined) return readMnist(join(folder, "mnist.npz"), array);
      if (key.startsWith("fashion-mnist/")) return readIfThere(join(folder, key), room);
      const table = /^(?:boston|california)-housing\/(\w+\.npz)$/.exec(key)?.[1];
      if (table !== undefined) return readIfThere(join(folder, table));
      return undefined;
    },
  };
}

function defaultFolder(): string | undefined {
  const home = homeFolder();
  const keras = process.env["KERAS_HOME"] || (home && join(home, ".keras"));
  return keras && join(keras, "datasets");
}

async function readMnist(path: string, name: string): Promise<Uint8Array | undefined> {
  const npz = await readIfThere(path);
  const entry = npz && readZipDirectory(npz).find((entry) => entry.name === `${name}.npy`);
  return entry && encodeIdx(await unpackNpy(entry));
}
