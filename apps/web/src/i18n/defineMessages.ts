import { computed, type ReadonlySignal } from "@preact/signals";
import { type Language, language } from "./language.ts";

/** A text, or a function that puts values into one. */
type Message = string | ((...values: never[]) => string);

/** A table with the same keys as another one, and functions of the same values. */
type Translation<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};

/**
 * The texts of a page in every language; a key that one of them lacks is a type error.
 *
 * @returns the texts in the language of the moment: whoever reads `.value` while rendering is rendered again when it changes
 * @example
 * const messages = defineMessages({
 *   en: { title: "Data", rows: (count: string) => `${count} rows` },
 *   zh: { title: "数据", rows: (count) => `${count} 行` },
 * });
 * messages.value.title;
 */
export function defineMessages<Table extends Readonly<Record<string, Message>>>(tables: {
  readonly en: Table;
  readonly zh: Translation<NoInfer<Table>>;
}): ReadonlySignal<Translation<Table>> {
  const byLanguage: Readonly<Record<Language, Translation<Table>>> = {
    en: tables.en as unknown as Translation<Table>,
    zh: tables.zh,
  };
  return computed(() => byLanguage[language.value]);
}
