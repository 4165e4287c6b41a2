const words = {
  en: { layer: "layer", reads: "reads", writes: "writes", not: "but not", models: "model" },
  zh: { layer: "层", reads: "读取", writes: "写出", not: "但不支持", models: "模型" },
};

/** The table of the docs: of each class of layers and each whole model, the largest difference from Keras on the way in and back. */
export function layerTable(rows, chinese) {
  const { layer, reads, writes, not, models } = chinese ? words.zh : words.en;
  const table = (title, group) => [
    `| ${title} | ${reads} | ${writes} |`,
    "| --- | --- | --- |",
    ...rows
      .filter((row) => row.group === group)
      .map(({ name, differences, back, missing }) => {
        const lacks = missing.size === 0 ? "" : ` (${not} ${[...missing].join(", ")})`;
        return `| \`${name}\` | ${cell(differences)}${lacks} | ${cell(back)} |`;
      }),
    "",
  ];
  return [...table(layer, "layer"), ...table(models, "model")].join("\n");
}

/** A bound that does not change from machine to machine. */
function cell(differences) {
  if (differences.length === 0) return "–";
  const largest = Math.max(...differences);
  return largest < 1e-6 ? "< 1e-6" : "< 1e-5";
}
