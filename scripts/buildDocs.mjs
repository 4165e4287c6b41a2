import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, relative } from "node:path";
import { Marked } from "marked";
import { apiMarkdown } from "./apiMarkdown.mjs";
import { root } from "./pnpm.mjs";
import { publicPackages } from "./publicPackages.mjs";

/**
 * Writes the site. The packages have to be built: their docstrings are read from the declarations.
 *
 * @param {string} folder what it holds is replaced
 * @returns {string[]} the pages, as paths in it
 */
export function buildDocs(folder) {
  const pages = sitePages();
  const sections = navigation(pages);
  rmSync(folder, { recursive: true, force: true });
  for (const [source, { page, more = "" }] of pages) {
    const markdown = `${readFileSync(join(root, source), "utf8")}\n${more}`;
    const file = join(folder, page);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, layout(page, sections, render(markdown, source, pages)));
  }
  return [...pages.values()].map(({ page }) => page);
}

/** Which file of the repository becomes which page. */
function sitePages() {
  const pages = new Map();
  const add = (source, page, more) => existsSync(join(root, source)) && pages.set(source, { page, more });
  add("README.md", "index.html");
  add("README.zh-CN.md", "zh/index.html");
  for (const name of readdirSync(join(root, "docs", "guides")).filter((name) => name.endsWith(".md"))) {
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

function navigation(pages) {
  const entries = [...pages].map(([source, { page }]) => ({ page, title: titleOf(source) }));
  const inside = (prefix) => entries.filter(({ page }) => page.startsWith(prefix));
  return [
    ["Guides", inside("guides/")],
    ["指南", inside("zh/guides/")],
    ["Packages", inside("packages/")],
    ["Project", entries.filter(({ page }) => !page.includes("/") || /^zh\/[^/]+$/.test(page))],
  ];
}

function titleOf(source) {
  const [, title] = /^# (.*)$/m.exec(readFileSync(join(root, source), "utf8"));
  return source.endsWith("zh-CN.md") ? `${title}（简体中文）` : title;
}

function render(markdown, source, pages) {
  const used = new Set();
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
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = pageOf(href, source, pages);
        return target === undefined ? text : `<a href="${target}">${text}</a>`;
      },
    },
  });
  return marked.parse(markdown);
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

function layout(page, sections, body) {
  const link = (to) => posix.relative(posix.dirname(page), to) || basename(page);
  const lists = sections.map(([title, entries]) => {
    const items = entries.map(({ page: to, title }) => {
      const here = to === page ? ' aria-current="page"' : "";
      return `<li><a href="${link(to)}"${here}>${title}</a></li>`;
    });
    return `<h2>${title}</h2><ul>${items.join("")}</ul>`;
  });
  const [, heading = "minibatch"] = /<h1[^>]*>(.*?)<\/h1>/s.exec(body) ?? [];
  return `<!doctype html>
<html lang="${page.startsWith("zh/") ? "zh-CN" : "en"}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading.replaceAll(/<[^>]*>/g, "")}</title>
<style>${style}</style>
<nav aria-label="Pages">${lists.join("")}</nav>
<main>
${body}</main>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --line: light-dark(#ddd, #444); --code: light-dark(#f5f5f5, #222); }
body { margin: 0; display: grid; grid-template-columns: 15rem minmax(0, 50rem); gap: 2rem; font: 1rem/1.6 system-ui, sans-serif; }
nav { padding: 1rem; border-right: 1px solid var(--line); font-size: 0.9rem; }
nav h2 { margin: 1rem 0 0; font-size: 1rem; }
nav ul { margin: 0; padding-left: 1rem; }
nav [aria-current] { font-weight: bold; }
main { padding: 1rem; }
pre { overflow-x: auto; padding: 0.75rem; background: var(--code); line-height: 1.35; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; background: var(--code); }
table { display: block; overflow-x: auto; border-collapse: collapse; }
td, th { padding: 0.25rem 0.75rem; border: 1px solid var(--line); text-align: left; }
@media (max-width: 50rem) { body { display: block; } nav { border: 0; } }
`;
