import { noCache, type Dataset } from "@minibatch/datasets";
import type { ExperimentData } from "@minibatch/recipes";
import { table } from "@minibatch/tables";
import type { OwnData } from "../../storage/ownRun.ts";
import type { OwnSource, PicturesSource, TableSource } from "./OwnSource.ts";
import { pathOnPage, picturesDataset } from "./picturesDataset.ts";

/** Data of one's own as a dataset, and what a person should know of them. */
export interface OpenedOwn {
  readonly dataset: Dataset;
  readonly about: OwnData;
  /** What the rows of the test set are called. */
  readonly testNames: readonly string[];
  /** How an experiment names them. */
  readonly data: ExperimentData;
}

/** What opening reports: how many of the pictures are looked at or decoded. */
export interface LookEvent {
  readonly type: "look";
  readonly done: number;
  readonly total: number;
}

/** What ends opening, and where it reports to. */
export interface LookContext {
  readonly signal: AbortSignal;
  readonly emit: (event: LookEvent) => void;
}

/**
 * Opens data of one's own.
 *
 * @throws {ImageError}
 * @throws {TableError}
 */
export function openOwn(source: OwnSource, context: LookContext): Promise<OpenedOwn> {
  return source.kind === "table" ? openTable(source) : openPictures(source, context);
}

async function openPictures(source: PicturesSource, { signal, emit }: LookContext): Promise<OpenedOwn> {
  const dataset = await picturesDataset(source, {
    signal,
    onProgress: ({ done, total }) => emit({ type: "look", done, total }),
  });
  const { test } = await dataset.load({ cache: noCache });
  const { title, counts, leftOut } = dataset;
  return {
    dataset,
    about: {
      kind: "pictures",
      title,
      counts,
      leftOut: leftOut.map((each) => ({ ...each, file: pathOnPage(each.file) })),
    },
    testNames: (test.names ?? []).map(pathOnPage),
    data: { pictures: title },
  };
}

async function openTable({ name, file, target }: TableSource): Promise<OpenedOwn> {
  const dataset = await table(file, { target, name });
  const { title, columns, notes, rows } = dataset;
  return {
    dataset,
    about: { kind: "table", title, target, columns, notes },
    testNames: rows.test.map((row) => `row ${row + 1}`),
    data: { table: name, target },
  };
}
