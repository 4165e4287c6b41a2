import { escapeHtml } from "./escapeHtml.mjs";

const width = 700;
const row = 24;
const names = 190;
/** Points that the chart shows on each side of what was published; what lies farther stands at its edge, with its number. */
const reach = 3;

/**
 * How far each recipe ends above or below what its source published, in percentage points: the median, from the least seed to the most,
 * and how far below still counts.
 *
 * @param {readonly any[]} recipes what docs/reproduction.json holds
 * @returns {string} HTML
 */
export function reproductionChart(recipes) {
  const rows = recipes.flatMap(({ recipe, figures }) =>
    figures
      .slice(0, 1)
      .filter(({ metric }) => metric.includes("accuracy"))
      .map((figure) => ({ recipe, ...figure })),
  );
  const place = (points) =>
    names + ((Math.max(-reach, Math.min(reach, points)) + reach) / (2 * reach)) * (width - names - 60);
  const height = rows.length * row + 24;
  const said = [];
  const drawn = rows.map(
    ({ recipe, published, tolerance, measured, least = measured, most = measured }, index) => {
      const points = (value) => (value - published) * 100;
      const y = index * row + row / 2;
      const [from, at, to] = [least, measured, most].map((value) => place(points(value)).toFixed(1));
      const text = `${points(measured) >= 0 ? "+" : "−"}${Math.abs(points(measured)).toFixed(2)}`;
      said.push(`${recipe} ${text}`);
      return (
        `<text x="${names - 12}" y="${y + 4}" text-anchor="end">${escapeHtml(recipe)}</text>` +
        `<rect class="band" x="${place(-tolerance * 100).toFixed(1)}" y="${y - 8}" width="${(place(0) - place(-tolerance * 100)).toFixed(1)}" height="16"/>` +
        `<line class="range" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/><circle class="ours" cx="${at}" cy="${y}" r="4"/>` +
        `<text class="quiet" x="${width - 50}" y="${y + 4}">${text}</text>`
      );
    },
  );
  const axis = [-2, -1, 0, 1, 2].map(
    (points) =>
      `<text class="quiet" x="${place(points).toFixed(1)}" y="${height - 4}" text-anchor="middle">${points > 0 ? `+${points}` : String(points).replace("-", "−")}</text>`,
  );
  return (
    `<figure tabindex="0"><figcaption>Percentage points above or below what was published: the median of the seeds, from the least to the most; ` +
    `the band is how far below still counts.</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" ` +
    `aria-label="${escapeHtml(said.join("; "))}"><line class="line" x1="${place(0)}" x2="${place(0)}" y1="0" y2="${height - 20}"/>` +
    `${drawn.join("")}${axis.join("")}</svg></figure>`
  );
}
