import type { ClassCount, ImageDataset, LeftOut, Preparation } from "../ImageDataset.ts";
import { byCodeUnits } from "../layout/byCodeUnits.ts";
import type { Layout, Part } from "../layout/readLayout.ts";
import type { PictureSource } from "../sources/PictureSource.ts";
import type { AssignedParts } from "./assignParts.ts";
import { limitSamples } from "./limitSamples.ts";
import { stackRows } from "./stackRows.ts";

/** Makes the dataset of pictures that have their parts: its card, and what `load` gives. */
export function describeFolder(
  source: PictureSource,
  { classNames, readySplit }: Layout,
  { rows, similar }: AssignedParts,
  leftOut: readonly LeftOut[],
  preparation: Preparation,
  seed: number,
): ImageDataset {
  const { height, width, channels } = preparation;
  const stack = (part: Part) => stackRows(rows[part], preparation);
  const samples = { train: stack("train"), validation: stack("validation"), test: stack("test") };
  const counts = classNames.map((className, label) => {
    const count = (part: Part) => rows[part].filter((row) => row.label === label).length;
    return { className, train: count("train"), validation: count("validation"), test: count("test") };
  });
  const size = { train: rows.train.length, validation: rows.validation.length, test: rows.test.length };
  return {
    name: source.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "") || "pictures",
    title: source.name,
    description: descriptionOf(counts),
    task: "classification",
    inputShape: [height, width, channels],
    classNames,
    size,
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    preparation,
    counts,
    leftOut: [...leftOut].sort((a, b) => byCodeUnits(a.file, b.file)),
    similar,
    splitBy: readySplit ? "folders" : "content",
    seed,
    async load(loadOptions = {}) {
      loadOptions.signal?.throwIfAborted();
      const limited = (part: Part) => limitSamples(part, samples[part], loadOptions);
      return {
        train: limited("train"),
        ...(size.validation > 0 && { validation: limited("validation") }),
        test: limited("test"),
      };
    },
  };
}

/** So many classes are told one by one. */
const TOLD = 8;

function descriptionOf(counts: readonly ClassCount[]): string {
  const totals = counts.map(({ train, validation, test }) => train + validation + test);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const [fewest, most] = [Math.min(...totals), Math.max(...totals)];
  const each =
    counts.length <= TOLD
      ? counts.map(({ className }, at) => `${className} ${totals[at]}`).join(", ")
      : `${fewest === most ? fewest : `${fewest} to ${most}`} of each`;
  return `${all} pictures in ${counts.length} classes: ${each}`;
}
