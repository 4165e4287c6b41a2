/**
 * Writes what was reproduced as a page: a table of numbers, then how each came about.
 *
 * @param {readonly import("./reproductionOf.mjs").Reproduction[]} reproductions
 * @returns {string}
 */
export function reproductionMarkdown(reproductions) {
  const rows = reproductions.flatMap(({ recipe, epochs, seconds, figures }) =>
    figures.map((figure, index) => [
      index === 0 ? `\`${recipe}\`` : "",
      figure.metric,
      measuredText(figure),
      figureText(figure.metric, figure.published),
      barText(figure),
      figure.reached ? "reached" : "**short**",
      index === 0 ? String(epochs) : "",
      index === 0 ? timeText(seconds) : "",
    ]),
  );
  const short = reproductions.filter(({ figures }) => figures.some(({ reached }) => !reached));
  return [
    "# Reproduction",
    "",
    "What each recipe reaches on the real data, beside what its source published. `npm run reproduce` writes this page, from",
    "[reproduction.json](reproduction.json): it trains the recipes that it is given, or all, and keeps the rows of the others.",
    "A run counts as a reproduction when it is worse than published by no more than the recipe's tolerance, since seeds differ",
    "that much; _bar_ says where that ends. Of several seeds the median counts, and the least and the most stand beside it.",
    "",
    short.length === 0
      ? `${reproductions.length} of ${reproductions.length} recipes reach what was published.`
      : `${short.length} of ${reproductions.length} recipes fall short: ${short.map(({ recipe }) => `\`${recipe}\``).join(", ")}.`,
    "",
    line(["recipe", "number", "here", "published", "bar", "", "epochs", "time"]),
    line(["---", "---", "---:", "---:", "---:", "---", "---:", "---:"]),
    ...rows.map(line),
    "",
    "The time is that of training, validating after each epoch, and testing; loading is not counted. How fast minibatch is on a machine",
    "that does nothing else stands in [bench/training](../bench/training/RESULTS.md).",
    "",
    "## How they were run",
    "",
    ...reproductions.flatMap(paragraph),
  ].join("\n");
}

function paragraph({
  recipe,
  command,
  seeds,
  backend,
  device,
  cpu,
  cores,
  node,
  samplesPerSecond,
  source,
  note,
}) {
  return [
    `**\`${recipe}\`**: \`${command}\`${seeds ? `, then with the seeds ${seeds.slice(1).join(", ")},` : ""} on ${backend} (${device}), ${cpu} with ${cores} ${cores === 1 ? "core" : "cores"}, Node ${node}; ` +
      `${samplesPerSecond.toLocaleString("en-US")} samples a second. Source: ${source}.${note ? ` ${note}` : ""}`,
    "",
  ];
}

function line(cells) {
  return `| ${cells.join(" | ")} |`;
}

function measuredText({ metric, measured, least, most }) {
  const text = figureText(metric, measured);
  return least === undefined ? text : `${text} (${figureText(metric, least)} to ${figureText(metric, most)})`;
}

/** An accuracy as a percentage, an error or a price as it is. */
function figureText(metric, value) {
  if (!Number.isFinite(value)) return "not measured";
  return metric.includes("accuracy") ? `${(100 * value).toFixed(2)} %` : value.toFixed(2);
}

function barText({ metric, published, tolerance }) {
  const text = (value) => figureText(metric, value);
  if (metric.startsWith("prediction"))
    return `${text(published - tolerance)} to ${text(published + tolerance)}`;
  if (metric.includes("accuracy")) return `at least ${text(published - tolerance)}`;
  return `at most ${text(published + tolerance)}`;
}

function timeText(seconds) {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
