import type { Parameters } from "../../state/route.ts";

/** What the address says about what is to be seen. */
export interface DataView {
  readonly dataset: string;
  readonly split: "train" | "test";
  /** Only samples of this class; its name. */
  readonly className: string | undefined;
  /** The page of samples, counted from 0. */
  readonly page: number;
  /** The row of the sample that is enlarged. */
  readonly row: number | undefined;
}

/** So many samples are shown at once. */
export const samplesAtOnce = 60;

/** Reads the view out of the address. */
export function dataView({ dataset, split, class: className, page, row }: Parameters): DataView {
  return {
    dataset: dataset ?? "synthetic-digits",
    split: split === "test" ? "test" : "train",
    className,
    page: wholeNumber(page) ?? 0,
    row: wholeNumber(row),
  };
}

/** The rows of a part, all of them or those with a label. */
export function rowsInView(labels: Uint8Array, size: number, label: number): readonly number[] {
  const rows = Array.from({ length: size }, (_, row) => row);
  return label < 0 ? rows : rows.filter((row) => labels[row] === label);
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = Number(text);
  return text !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
