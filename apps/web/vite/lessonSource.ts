import { Marked, type Token } from "marked";
import glossary from "../../../docs/glossary.json" with { type: "json" };
import { findTerms } from "../../../scripts/docs/findTerms.mjs";
import { markWords } from "../../../scripts/docs/markWords.mjs";
import type { Language } from "../src/i18n/language.ts";
import type { LessonCode, LessonPart, LessonSource } from "../src/pages/Course/LessonSource.ts";

/** A guide's file name: its number, and what the address calls the lesson. */
const guideName = /^(?:.*\/)?\d+-([a-z-]+)\.md$/;

/** Where to go on at a guide's end: the page of a lesson has links of its own, and not every guide is a lesson. */
const goingOn = /(?:(?:Back to|Next:|回到|下一章：) ?\[[^\]]*\]\([^)]*\)[.。] ?)+\s*$/;

/**
 * Takes a guide apart: text, code, and what its comments `<!-- figure: id -->`, `<!-- question: id -->` and `<!-- task: id -->` place. In
 * the text the words of the glossary stand in `<span data-term="id">`, each where a paragraph first has it.
 *
 * @param markdown begins with a heading such as `# 2. Gradient descent: learning by small steps`
 * @param lessons file names of the guides that are lessons: links to them lead to their pages, other links within the repository are left out
 * @param language of the guide
 * @throws when it does not begin with a heading, or holds a comment of another form
 */
export function lessonSource(
  markdown: string,
  lessons: readonly string[],
  language: Language = "en",
): LessonSource {
  const marked = markedFor(lessons);
  const find = findTerms(glossary, language);
  const [first, ...tokens] = marked.lexer(markdown.replace(goingOn, ""));
  if (first?.type !== "heading") throw new Error("A guide begins with its title, as a heading.");
  const parts: LessonPart[] = [];
  let text: Token[] = [];
  const endText = (): void => {
    if (text.some(({ type }) => type !== "space")) {
      parts.push({ kind: "text", html: withTerms(marked.parser(text), find) });
    }
    text = [];
  };
  for (const token of tokens) {
    const part = partOf(token);
    if (part === undefined) {
      text.push(token);
      continue;
    }
    endText();
    const before = parts.at(-1);
    if (
      part.kind === "code" &&
      before?.kind === "code" &&
      before.codes[0]?.language !== part.codes[0]?.language
    ) {
      parts[parts.length - 1] = { kind: "code", codes: [...before.codes, ...part.codes] };
    } else parts.push(part);
  }
  endText();
  return { title: first["text"].replace(/^\d+\. /, ""), parts };
}

/** Marks each term of a paragraph, or of an item of a list, once. */
function withTerms(html: string, find: ReturnType<typeof findTerms>): string {
  const seen = new Set<string>();
  const mark = (id: string, word: string): string | undefined => {
    if (seen.has(id)) return undefined;
    seen.add(id);
    return `<span data-term="${id}">${word}</span>`;
  };
  return markWords(html, find, mark, (name) => {
    if (name === "p" || name === "li") seen.clear();
  });
}

/** What stands on its own; `undefined` for text. */
function partOf(token: Token): LessonPart | undefined {
  if (token.type === "code") {
    const language = languages[token["lang"] ?? ""];
    return language && { kind: "code", codes: [{ language, text: token["text"] }] };
  }
  if (token.type !== "html") return undefined;
  const [, kind, id] = /^<!-- (figure|question|task): ([a-z-]+) -->\s*$/.exec(token.raw) ?? [];
  if (kind === undefined || id === undefined) {
    throw new Error(
      `Expected a comment such as <!-- figure: descent -->, but the guide has ${token.raw.trim()}`,
    );
  }
  return { kind: kind as "figure" | "question" | "task", id };
}

const languages: Readonly<Record<string, LessonCode["language"]>> = { js: "js", ts: "js", python: "python" };

function markedFor(lessons: readonly string[]): Marked {
  return new Marked({
    renderer: {
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const [, slug] = guideName.exec(href) ?? [];
        if (slug !== undefined && lessons.includes(href)) return `<a href="#/course/${slug}">${text}</a>`;
        return /^https?:/.test(href) ? `<a href="${href}">${text}</a>` : text;
      },
      // What is wider than the page slides by the keyboard too.
      code: ({ text, escaped }) =>
        `<pre tabindex="0"><code>${escaped ? text : escapeHtml(text)}</code></pre>\n`,
      table(token) {
        const cells = (row: typeof token.header, name: "th" | "td") =>
          row.map((cell) => {
            const align = cell.align === "right" ? ' class="number"' : "";
            // A corner without a word heads nothing.
            const tag = cell.text === "" ? "td" : name;
            const scope = tag === "th" ? ' scope="col"' : "";
            return `<${tag}${scope}${align}>${this.parser.parseInline(cell.tokens)}</${tag}>`;
          });
        const rows = token.rows.map((row) => `<tr>${cells(row, "td").join("")}</tr>`);
        const head = `<thead><tr>${cells(token.header, "th").join("")}</tr></thead>`;
        return `<div class="scrolling" tabindex="0"><table>${head}<tbody>${rows.join("")}</tbody></table></div>\n`;
      },
    },
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
