import { escapeHtml } from "./escapeHtml.mjs";

const width = 700;
const row = 22;
const names = 210;

/**
 * A table of engines and what they reach in each of some cases, as bars: a chart a case, longer is faster.
 *
 * @param {readonly string[]} header the first column names the engines
 * @param {readonly (readonly string[])[]} rows cells as text; what is no number, such as "cannot", has no bar
 * @returns {string} HTML; empty where there is nothing to draw
 */
export function barCharts(header, rows) {
  // Rows of ratios are no engines.
  const engines = rows.filter(([name = ""]) => !/ over /.test(name));
  return header
    .slice(1)
    .map((title, column) => {
      const bars = engines.map((cells) => ({ name: cells[0] ?? "", text: cells[column + 1] ?? "" }));
      const most = Math.max(...bars.map(({ text }) => numberOf(text) ?? 0));
      if (!(most > 0)) return "";
      const drawn = bars.map(({ name, text }, index) => {
        const length = ((numberOf(text) ?? 0) / most) * (width - names - 80);
        const kind = name.startsWith("minibatch") ? "ours" : "bar";
        const y = index * row;
        return (
          `<text x="${names - 8}" y="${y + 15}" text-anchor="end">${escapeHtml(name)}</text>` +
          `<rect class="${kind}" x="${names}" y="${y + 4}" width="${length.toFixed(1)}" height="${row - 8}" rx="2"/>` +
          `<text class="quiet" x="${(names + length + 6).toFixed(1)}" y="${y + 15}">${escapeHtml(text)}</text>`
        );
      });
      const label = `${title}: ${bars.map(({ name, text }) => `${name} ${text}`).join("; ")}`;
      return (
        `<figure tabindex="0"><figcaption>${escapeHtml(title)}</figcaption><svg viewBox="0 0 ${width} ${bars.length * row}" role="img" ` +
        `aria-label="${escapeHtml(label)}">${drawn.join("")}</svg></figure>`
      );
    })
    .join("\n");
}

function numberOf(text) {
  const number = Number(text.replaceAll(",", ""));
  return text.trim() === "" || Number.isNaN(number) ? undefined : number;
}
