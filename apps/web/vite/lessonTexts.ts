import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { lessonFiles } from "../src/pages/Course/lessonFiles.ts";
import type { LessonOutline, LessonSource } from "../src/pages/Course/LessonSource.ts";
import { lessonSource } from "./lessonSource.ts";

/** What the list of lessons needs: nothing of the text itself. */
function outlineOf({ title, parts }: LessonSource): LessonOutline {
  return {
    title,
    steps: parts.flatMap((part) =>
      part.kind === "question" || part.kind === "task" ? [`${part.kind}:${part.id}`] : [],
    ),
  };
}

/** Makes guides modules: `1-data.md` gives a `LessonSource`, and `1-data.md?outline` what the list of lessons needs of it. */
export function lessonTexts(): Plugin {
  return {
    name: "minibatch:lesson-texts",
    enforce: "pre",
    load(id) {
      const [path = "", query] = id.split("?");
      if (!/\/docs\/guides\/(?:zh\/)?[^/]+\.md$/.test(path)) return undefined;
      this.addWatchFile(path);
      const names = lessonFiles.map((name) => `${name}.md`);
      const language = path.includes("/guides/zh/") ? "zh" : "en";
      const source = lessonSource(readFileSync(path, "utf8"), names, language);
      const value = JSON.stringify(query === "outline" ? outlineOf(source) : source);
      return { code: `export default ${value};`, moduleType: "js", map: null };
    },
  };
}
