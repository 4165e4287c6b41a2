import { datasets, listCache } from "@minibatch/datasets";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { byteText } from "../terminal/byteText.ts";
import { countText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";
import { cacheState } from "./cacheState.ts";
import { downloadBytes } from "./downloadBytes.ts";

/** Lists what can be loaded, and what of it is in the cache. */
export async function listDatasets(session: Session): Promise<Output> {
  const { colour, cache, commandLine, display } = session;
  const rows = await Promise.all(
    datasets.map(async (dataset) => ({
      name: dataset.name,
      title: dataset.title,
      task: dataset.task,
      inputShape: dataset.inputShape,
      classes: dataset.classNames.length,
      size: dataset.size,
      bytes: downloadBytes(dataset),
      cached: cacheState(dataset, await listCache(cache, dataset)),
    })),
  );
  const header = ["dataset", "shape", "predict", "training", "test", "download", "cached"];
  const cells = rows.map(({ name, inputShape, classes, size, bytes, cached }) => [
    name,
    inputShape.join("x"),
    classes > 0 ? `${classes} classes` : "values",
    countText(size.train),
    countText(size.test),
    bytes > 0 ? byteText(bytes) : "none",
    cached,
  ]);
  return {
    json: { cache: cache.folder, datasets: rows },
    text: () =>
      `${table(header, cells, ["left", "left", "left", "right", "right", "right"], colour.bold)}\n` +
      `The cache is ${display(cache.folder)}\n` +
      `More of one: ${colour.cyan(commandLine("datasets", "info", "mnist"))}\n`,
  };
}
