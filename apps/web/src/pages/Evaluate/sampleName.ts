import { numberText } from "../../i18n/numberText.ts";
import { ownMessages } from "./ownMessages.ts";

/** What a test sample is called: its file, its row in the table, or its place in the test set. */
export function sampleName({ index, name }: { readonly index: number; readonly name?: string }): string {
  const t = ownMessages.value;
  if (name === undefined) return t.sampleNumber(numberText(index));
  const [, row] = /^row (\d+)$/.exec(name) ?? [];
  return row === undefined ? name : t.row(numberText(Number(row)));
}
