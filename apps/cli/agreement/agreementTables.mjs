import { readFileSync, writeFileSync } from "node:fs";

const readme = new URL("../../../packages/standalone/README.md", import.meta.url);
const marks = /(<!-- agreement: .*? -->\n)[\s\S]*?(<!-- end -->)/;

/** The tables of the README: the digits of MNIST, and runs on data of one's own. */
export function agreementTables(digits, own, chromium) {
  return `${table(
    [
      "`mnist-convnet`, one epoch",
      "page",
      "module",
      "same class",
      "largest difference",
      "an image",
      "first answer",
    ],
    digits.map(({ format, page, module, same, difference, milliseconds, first }) => [
      format,
      kilobytes(page),
      kilobytes(module),
      `${same.toLocaleString("en")} of 10,000`,
      difference.toExponential(0),
      `${milliseconds.toFixed(1)} ms`,
      first === undefined ? "–" : `${Math.ceil(first)} ms`,
    ]),
  )}

${table(
  ["a page of", "weights", "page", "same answer", "largest difference"],
  own.map(({ title, format, page, answers, same, difference }) => [
    title,
    format,
    kilobytes(page),
    answers === undefined ? "–" : `${same} of ${answers}`,
    difference === undefined ? "–" : difference.toExponential(0),
  ]),
)}

Node ${process.versions.node}${chromium === undefined ? "" : `, Chromium ${chromium}`}, one core.
`;
}

/** Puts the tables between their marks. */
export function writeAgreement(tables) {
  const text = readFileSync(readme, "utf8");
  if (!marks.test(text)) throw new Error(`${readme.pathname} has lost the marks of the tables`);
  writeFileSync(
    readme,
    text.replace(marks, (_, start, end) => `${start}\n${tables}\n${end}`),
  );
}

function table(head, rows) {
  return [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)} kB`;
}
