import { numberText } from "../../../i18n/numberText.ts";

/** What a figure offers to choose among, where the choices are numbers: the least first, each in the words of `textOf`. */
export function numberChoices(
  values: readonly string[],
  textOf: (value: number) => string = numberText,
): { readonly value: string; readonly text: string }[] {
  return [...values]
    .sort((a, b) => Number(a) - Number(b))
    .map((value) => ({ value, text: textOf(Number(value)) }));
}
