import { language, languageTags } from "./language.ts";

/** A moment as the language of the moment writes it, to the minute; `time` in milliseconds since 1970. */
export function dateText(time: number): string {
  const format = new Intl.DateTimeFormat(languageTags[language.value], {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  return format.format(time);
}
