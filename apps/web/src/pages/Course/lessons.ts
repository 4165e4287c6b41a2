import type { Language } from "../../i18n/language.ts";
import { lessonFiles } from "./lessonFiles.ts";
import type { LessonOutline, LessonSource } from "./LessonSource.ts";

/** A lesson of the course: a guide, with what it places in itself. */
export interface Lesson {
  /** What the address calls it: the guide's name without its number. */
  readonly slug: string;
  readonly outline: Readonly<Record<Language, LessonOutline>>;
  /** Loads its text. */
  readonly load: (language: Language) => Promise<LessonSource>;
}

const outlines = import.meta.glob<LessonOutline>(
  ["../../../../../docs/guides/{[1-7],11}-*.md", "../../../../../docs/guides/zh/{[1-7],11}-*.md"],
  { query: "?outline", import: "default", eager: true },
);
const sources = import.meta.glob<LessonSource>(
  ["../../../../../docs/guides/{[1-7],11}-*.md", "../../../../../docs/guides/zh/{[1-7],11}-*.md"],
  { import: "default" },
);

/** The lessons, in their order. */
export const lessons: readonly Lesson[] = lessonFiles.map((file) => ({
  slug: file.replace(/^\d+-/, ""),
  outline: { en: outlineOf(file, "en"), zh: outlineOf(file, "zh") },
  load: (language) =>
    sources[pathOf(file, language)]?.() ?? Promise.reject(new Error(`No guide is called ${file}.`)),
}));

function outlineOf(file: string, language: Language): LessonOutline {
  return outlines[pathOf(file, language)] ?? { title: file, steps: [] };
}

function pathOf(file: string, language: Language): string {
  return `../../../../../docs/guides/${language === "zh" ? "zh/" : ""}${file}.md`;
}
