import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { Marked } from "marked";
import { apiMarkdown } from "./apiMarkdown.mjs";
import { root } from "./pnpm.mjs";
import { escapeHtml } from "./docs/escapeHtml.mjs";
import { barCharts } from "./docs/barCharts.mjs";
import { glossaryHtml } from "./docs/glossary.mjs";
import { layout } from "./docs/layout.mjs";
import { markTerms } from "./docs/markTerms.mjs";
import { reproductionChart } from "./docs/reproductionChart.mjs";
import { searchIndex } from "./docs/searchIndex.mjs";
import { publicPackages } from "./publicPackages.mjs";

/** Pages that are made of data, and what stands in them before the text of their file. */
const glossaries = new Map([
  ["glossary.html", "en"],
  ["zh/glossary.html", "zh"],
]);

/**
 * Writes the site. The packages have to be built: their docstrings are read from the declarations.
 *
 * @param {string} folder what it holds is replaced
 * @returns {string[]} the pages, as paths in it
 */
export function buildDocs(folder) {
  const pages = sitePages();
  const sections = navigation(pages);
  const bodies = new Map();
  const pictures = new Set();
  for (const [source, { page, more = "" }] of pages) {
    const markdown = `${readFileSync(join(root, source), "utf8")}\n${more}`;
    bodies.set(page, withTerms(page, render(markdown, source, pages, pictures)));
  }
  for (const [page, language] of glossaries) bodies.set(page, glossaryHtml(language, guideLink(language)));
  rmSync(folder, { recursive: true, force: true });
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const picture of pictures) {
    mkdirSync(dirname(join(folder, picture)), { recursive: true });
    copyFileSync(join(root, picture), join(folder, picture));
  }
  const all = new Set(bodies.keys());
  for (const [page, body] of bodies) write(page, layout(page, sections, all, body));
  const part = (...path) => readFileSync(join(root, ...path), "utf8");
  write("site.css", part("apps", "web", "src", "styles", "base.css") + part("scripts", "docs", "site.css"));
  write("site.js", part("scripts", "docs", "site.js"));
  write("search-index.js", `globalThis.searchIndex = ${JSON.stringify(searchIndex(bodies))};\n`);
  return [...all];
}

/** Links from the glossary to the guide that brings a term in. */
function guideLink(language) {
  const names = guideNames();
  return (number) => {
    const name = names[number - 1];
    const title = titleOf(language === "zh" ? `docs/guides/zh/${name}` : `docs/guides/${name}`);
    return `<a href="guides/${name.replace(/md$/, "html")}">${title}</a>`;
  };
}

/** Packages name the terms on every line; where one learns them they are explained. */
function withTerms(page, html) {
  if (page.includes("packages/") || /(?:architecture|contributing|security)\.html$/.test(page)) return html;
  const language = page.startsWith("zh/") ? "zh" : "en";
  const glossary = language === "zh" ? "zh/glossary.html" : "glossary.html";
  return markTerms(html, language, posix.relative(posix.dirname(page), glossary));
}

/** Which file of the repository becomes which page. */
function sitePages() {
  const pages = new Map();
  const add = (source, page, more) => existsSync(join(root, source)) && pages.set(source, { page, more });
  add("README.md", "index.html");
  add("README.zh-CN.md", "zh/index.html");
  for (const name of guideNames()) {
    add(`docs/guides/${name}`, `guides/${name.replace(/md$/, "html")}`);
    add(`docs/guides/zh/${name}`, `zh/guides/${name.replace(/md$/, "html")}`);
  }
  for (const pkg of publicPackages()) {
    const source = `${relative(root, pkg.folder).replaceAll("\\", "/")}/README.md`;
    add(source, `packages/${pkg.short}.html`, apiMarkdown(pkg));
  }
  for (const name of ["ARCHITECTURE", "CONTRIBUTING", "SECURITY"])
    add(`${name}.md`, `${name.toLowerCase()}.html`);
  add("docs/where-it-runs.md", "where-it-runs.html");
  add("docs/zh/where-it-runs.md", "zh/where-it-runs.html");
  add("docs/reproduction.md", "reproduction.html");
  add("bench/training/RESULTS.md", "benchmarks.html");
  return pages;
}

/** The guides in their order: the tenth comes behind the ninth. */
function guideNames() {
  const names = readdirSync(join(root, "docs", "guides")).filter((name) => name.endsWith(".md"));
  return names.sort((a, b) => Number.parseInt(a) - Number.parseInt(b));
}

function navigation(pages) {
  const entries = [...pages].map(([source, { page }]) => ({ page, title: titleOf(source) }));
  const inside = (prefix) => entries.filter(({ page }) => page.startsWith(prefix));
  return [
    ["Guides", inside("guides/")],
    ["指南", inside("zh/guides/")],
    ["Packages", inside("packages/")],
    ["Project", entries.filter(({ page }) => !page.includes("/") || /^zh\/[^/]+$/.test(page))],
    [
      "Glossary",
      [...glossaries].map(([page, language]) => ({ page, title: language === "zh" ? "术语表" : "Glossary" })),
    ],
  ];
}

function titleOf(source) {
  const [, title] = /^# (.*)$/m.exec(readFileSync(join(root, source), "utf8"));
  return source.endsWith("zh-CN.md") ? `${title}（简体中文）` : title;
}

/** @param pictures files of the repository, to which those that the text shows are added */
function render(markdown, source, pages, pictures) {
  const used = new Set();
  const regions = new Map();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        let id = text
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
          .replaceAll(/^-|-$/g, "");
        while (used.has(id)) id += "-";
        used.add(id);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      table(table) {
        const cells = table.rows.map((row) => row.map(({ text }) => text));
        const header = table.header.map(({ text }) => text);
        // The tables of engines are what the page is about; others stay tables.
        const chart = header[0] === "engine" ? barCharts(header, cells) : "";
        // Two tables with the same columns are told apart by their number.
        const columns = header.filter(Boolean).join(", ");
        const number = (regions.get(columns) ?? 0) + 1;
        regions.set(columns, number);
        const label = escapeHtml(number === 1 ? columns : `${columns} (${number})`);
        return `${chart}<div class="scrolling" tabindex="0" role="region" aria-label="${label}">${tableHtml(this.parser, table)}</div>\n`;
      },
      code({ text, lang }) {
        // What is wider than the page is moved by keys too.
        const kind = lang ? ` class="language-${escapeHtml(lang)}"` : "";
        return `<pre tabindex="0"><code${kind}>${escapeHtml(text)}</code></pre>\n`;
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = pageOf(href, source, pages);
        return target === undefined ? text : `<a href="${target}">${text}</a>`;
      },
      image({ href, text }) {
        const picture = posix.join(posix.dirname(source), href);
        pictures.add(picture);
        const address = posix.relative(posix.dirname(pages.get(source).page), picture);
        return `<img src="${address}" alt="${escapeHtml(text)}">`;
      },
    },
  });
  const html = marked.parse(markdown);
  if (source !== "docs/reproduction.md") return html;
  const recipes = JSON.parse(readFileSync(join(root, "docs", "reproduction.json"), "utf8"));
  return html.replace('<div class="scrolling"', `${reproductionChart(recipes)}<div class="scrolling"`);
}

function tableHtml(parser, { header, rows }) {
  const cell = ({ tokens, align, text }, tag) => {
    // An empty heading names nothing.
    const kind = text === "" ? "td" : tag;
    return `<${kind}${align ? ` align="${align}"` : ""}>${parser.parseInline(tokens)}</${kind}>`;
  };
  const row = (cells, tag) => `<tr>${cells.map((content) => cell(content, tag)).join("")}</tr>`;
  return `<table><thead>${row(header, "th")}</thead><tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

/** The address of what a link of a file means, or `undefined` where the site does not have it. */
function pageOf(href, source, pages) {
  if (/^(?:https?:|#)/.test(href)) return href;
  const [path = "", hash] = href.split("#");
  const meant = posix.join(posix.dirname(source), path).replace(/\/$/, "");
  const target = pages.get(meant) ?? pages.get(`${meant}/README.md`);
  if (target === undefined) return undefined;
  const address = posix.relative(posix.dirname(pages.get(source).page), target.page);
  return hash === undefined ? address : `${address}#${hash}`;
}
