import { posix } from "node:path";

const words = {
  en: {
    pages: "Pages",
    search: "Search",
    theme: "Theme",
    system: "System",
    light: "Light",
    dark: "Dark",
    other: "简体中文",
    nothing: "Nothing found",
  },
  zh: {
    pages: "页面",
    search: "搜索",
    theme: "外观",
    system: "跟随系统",
    light: "浅色",
    dark: "深色",
    other: "English",
    nothing: "没有找到",
  },
};

/**
 * A page of the site: what surrounds every page, and what is in it.
 *
 * @param {string} page its address
 * @param {readonly [string, readonly { page: string, title: string }[]][]} sections what the navigation lists
 * @param {ReadonlySet<string>} all the addresses of all pages
 * @param {string} body HTML
 */
export function layout(page, sections, all, body) {
  const language = page.startsWith("zh/") ? "zh" : "en";
  const t = words[language];
  const link = (to) => posix.relative(posix.dirname(page), to);
  const lists = sections.map(([title, entries]) => {
    const items = entries.map(({ page: to, title }) => {
      const here = to === page ? ' aria-current="page"' : "";
      return `<li><a href="${link(to)}"${here}>${title}</a></li>`;
    });
    return `<h2>${title}</h2><ul>${items.join("")}</ul>`;
  });
  const other = language === "zh" ? page.slice(3) : `zh/${page}`;
  const translation = all.has(other)
    ? `<a href="${link(other)}" lang="${language === "zh" ? "en" : "zh-Hans"}">${t.other}</a>`
    : "";
  const [, heading = "minibatch"] = /<h1[^>]*>(.*?)<\/h1>/s.exec(body) ?? [];
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-Hans" : "en"}" data-theme="system" data-home="${link("index.html").slice(0, -"index.html".length)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading.replaceAll(/<[^>]*>/g, "")}</title>
<link rel="stylesheet" href="${link("site.css")}">
<script src="${link("site.js")}" defer></script>
</head>
<body>
<header class="top">
<a class="brand" href="${link(language === "zh" ? "zh/index.html" : "index.html")}">minibatch</a>
<div class="search">
<input id="search" type="search" role="combobox" aria-label="${t.search}" aria-expanded="false" aria-controls="results" aria-autocomplete="list" placeholder="${t.search} /" autocomplete="off">
<ul id="results" role="listbox" aria-label="${t.search}" data-nothing="${t.nothing}" hidden></ul>
</div>
${translation}
<select id="theme" aria-label="${t.theme}"><option value="system">${t.system}</option><option value="light">${t.light}</option><option value="dark">${t.dark}</option></select>
</header>
<div class="page">
<nav aria-label="${t.pages}">${lists.join("")}</nav>
<main>
${body}</main>
</div>
</body>
</html>
`;
}
