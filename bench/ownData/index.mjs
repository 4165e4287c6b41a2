// `npm run bench:ownData`: what `minibatch train` reaches, with no option, on pictures and tables as people have them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { integerOption, readArguments } from "../readArguments.mjs";
import { measurePictures } from "./measurePictures.mjs";
import { measureTables } from "./measureTables.mjs";

const usage = `Trains on folders of pictures and on tables with no further option, and prints what comes out beside simple and well-tried answers.

npm run bench:ownData -- [--seeds n] [--only pictures|tables]

Needs MINIBATCH_MIRROR, a folder with the real MNIST, Fashion-MNIST, CIFAR-10 and Boston files; for tables also python3 with scikit-learn.`;

const { seeds, only, mirror } = readArguments(
  usage,
  { options: { seeds: { type: "string" }, only: { type: "string" } } },
  ({ values }) => {
    const mirror = process.env["MINIBATCH_MIRROR"];
    if (!mirror) throw new Error("set MINIBATCH_MIRROR to a folder with the real files");
    if (![undefined, "pictures", "tables"].includes(values.only))
      throw new Error("--only is pictures or tables");
    return { seeds: integerOption(values, "seeds", 1) ?? 5, only: values.only, mirror };
  },
);

const folder = await mkdtemp(join(tmpdir(), "minibatch-own-"));
try {
  if (only !== "tables") console.log(await measurePictures(folder, mirror, seeds));
  if (only !== "pictures") console.log(await measureTables(folder, mirror, seeds));
} finally {
  await rm(folder, { recursive: true, force: true });
}
