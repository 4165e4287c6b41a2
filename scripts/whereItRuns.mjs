// The tables of docs/where-it-runs.md, made of what the integrations reported.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pnpm.mjs";

/** The ways in which pages are served, in the order of the columns; see integrations/test/serve.ts. */
const servings = [
  "plain",
  "isolated",
  "isolated, strict CSP with blob: workers",
  "isolated, strict CSP without blob:",
];

const english = {
  file: "docs/where-it-runs.md",
  runtimes: ["where", "threads", "loss"],
  pages: ["threads of a page by", "plain", "isolated", "policy with `blob:`", "policy without", "loss"],
  words: {},
};

const chinese = {
  file: "docs/zh/where-it-runs.md",
  runtimes: ["环境", "线程", "损失"],
  pages: ["页面的线程数", "什么都不加", "隔离", "有 `blob:` 的策略", "没有 `blob:` 的策略", "损失"],
  words: {
    page: "页面",
    worker: "worker",
    route: "路由",
    "development server": "开发服务器",
    "import map": "import map",
  },
};

/**
 * Both tables in Markdown.
 *
 * @param {readonly { name: string, part?: string, served?: string, threads: number, loss: number }[]} rows
 */
export function whereItRuns(rows, { runtimes, pages, words } = english) {
  const groups = new Map();
  for (const row of rows) {
    const { name, part } = row;
    const where = [...name.split(", "), ...(part ? [part] : [])]
      .map((word) => words[word] ?? word)
      .join(", ");
    groups.set(where, [...(groups.get(where) ?? []), row]);
  }
  const cells = [...groups].map(([where, group]) => ({
    where,
    served: group.some(({ served }) => served !== undefined),
    threads: servings.map((how) => group.find(({ served }) => served === how)?.threads ?? "").map(String),
    alone: String(group[0].threads),
    loss: [...new Set(group.map(({ loss }) => loss.toFixed(5)))].join(", "),
  }));
  cells.sort((one, other) => one.where.localeCompare(other.where, "en", { numeric: true }));
  const table = (header, lines) =>
    [header, header.map((_, column) => (column === 0 ? "---" : "---:")), ...lines]
      .map((line) => `| ${line.join(" | ")} |`)
      .join("\n");
  return {
    runtimes: table(
      runtimes,
      cells.filter(({ served }) => !served).map(({ where, alone, loss }) => [where, alone, loss]),
    ),
    pages: table(
      pages,
      cells.filter(({ served }) => served).map(({ where, threads, loss }) => [where, ...threads, loss]),
    ),
  };
}

/** Writes the tables between the marks that the documents have for them. */
export function writeWhereItRuns(rows) {
  for (const language of [english, chinese]) {
    const path = join(root, language.file);
    let text = readFileSync(path, "utf8");
    for (const [name, table] of Object.entries(whereItRuns(rows, language))) {
      const place = new RegExp(`(<!-- ${name}: [^>]* -->\n)[^]*?(\n<!-- end -->)`);
      if (!place.test(text))
        throw new Error(`expected <!-- ${name}: … --> and <!-- end --> in ${language.file}`);
      text = text.replace(place, (_, begin, end) => `${begin}${table}${end}`);
    }
    writeFileSync(path, text);
  }
}
