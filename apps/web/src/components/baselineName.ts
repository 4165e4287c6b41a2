import { besideMessages } from "./besideMessages.ts";

/** What a simple answer is called in the language of the moment; the command writes names in English. */
export function baselineName(name: string): string {
  const t = besideMessages.value;
  const [, answer] = /^always "(.*)"$/s.exec(name) ?? [];
  if (answer !== undefined) return t.always(answer);
  const known: Readonly<Record<string, string>> = { "always the mean": t.mean, "linear model": t.linear };
  return known[name] ?? name;
}
