import { language, languageTags } from "./language.ts";

/** A day such as `2026-11-29` as the language of the moment writes it. */
export function dayText(day: string): string {
  // At noon it is the same day wherever one is.
  const format = new Intl.DateTimeFormat(languageTags[language.value], { dateStyle: "long" });
  return format.format(new Date(`${day}T12:00`));
}
