import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { remember, remembered } from "../state/remembered.ts";
import { route, setParameters } from "../state/route.ts";

/** The languages of the app. */
export type Language = "en" | "zh";

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", zh: "简体中文" };

/** As HTML and `Intl` name them. */
export const languageTags: Readonly<Record<Language, string>> = { en: "en", zh: "zh-Hans" };

const chosen = signal(parseLanguage(remembered("language")));
const preferred: Language = globalThis.navigator.language.startsWith("zh") ? "zh" : "en";

/** What the address says, else what was chosen last, else what the browser prefers. */
export const language: ReadonlySignal<Language> = computed(
  () => parseLanguage(route.value.parameters["lang"]) ?? chosen.value ?? preferred,
);

/** Chooses a language, and remembers it. */
export function chooseLanguage(language: Language): void {
  chosen.value = language;
  remember("language", language);
  setParameters({ lang: language });
}

function parseLanguage(text: string | undefined): Language | undefined {
  return text === "en" || text === "zh" ? text : undefined;
}
