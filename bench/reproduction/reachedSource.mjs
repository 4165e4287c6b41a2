/**
 * Writes the module of `@minibatch/recipes` that knows what was reached.
 *
 * @param {readonly import("./reproductionOf.mjs").Reproduction[]} reproductions
 * @returns {string} TypeScript
 */
export function reachedSource(reproductions) {
  const entries = reproductions.map(({ recipe, figures: [own] }) => `  "${recipe}": ${own.measured},\n`);
  return `// Written by \`npm run reproduce\`, together with docs/reproduction.json.

/**
 * What the recipes reached on the real data, by name: the measured value of each one's own published number. A recipe that
 * was not run is missing.
 *
 * @example
 * reachedValues["mnist-softmax"]; // ${reproductions.find(({ recipe }) => recipe === "mnist-softmax")?.figures[0]?.measured ?? 0.92}
 */
export const reachedValues: Readonly<Record<string, number>> = {
${entries.join("")}};
`;
}
