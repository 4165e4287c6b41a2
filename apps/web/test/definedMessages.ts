import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { vi } from "vitest";

/** The texts of one language: a text each, or what makes it of values. */
export type Table = Readonly<Record<string, string | ((...values: number[]) => string)>>;

const sources = resolve("apps/web/src");

/** The tables that the app defines, each with its file. */
export async function definedMessages(): Promise<
  { readonly file: string; readonly en: Table; readonly zh: Table }[]
> {
  const defined: { readonly en: Table; readonly zh: Table }[] = [];
  vi.doMock("../src/i18n/defineMessages.ts", () => ({
    defineMessages: (tables: { readonly en: Table; readonly zh: Table }) => {
      defined.push(tables);
      return { value: tables.en };
    },
  }));
  // Numbers in them ask for the language, which stands in the address of the page.
  vi.doMock("../src/i18n/language.ts", () => ({
    language: { value: "zh" },
    languageTags: { en: "en", zh: "zh-Hans" },
  }));
  // Tasks of lessons bring their figures, which read the address.
  vi.stubGlobal("location", { hash: "" });
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
  vi.stubGlobal("document", { documentElement: { dataset: {} } });
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
    (name) =>
      name.endsWith(".ts") && readFileSync(join(sources, name), "utf8").includes("= defineMessages({"),
  );
  const all: { readonly file: string; readonly en: Table; readonly zh: Table }[] = [];
  for (const file of files) {
    await import(join(sources, file));
    all.push(...defined.splice(0).map((tables) => ({ file, ...tables })));
  }
  return all;
}
