/**
 * Holds every variant of the kernels against tfjs' own, and against the list of the tests that are known to fail in both.
 *
 * @param {{ passed: readonly string[], failed: Readonly<Record<string, string>> }} stock what came of tfjs' own kernels
 * @param {readonly { name: string, passed: readonly string[], failed: Readonly<Record<string, string>> }[]} ours what came of each
 *   variant of the kernels
 * @param {readonly { reason: string, tests: readonly string[] }[]} known the list
 * @returns {string[]} what is wrong, each once, with the variants in which it is
 */
export function compareWithStock(stock, ours, known) {
  const passedByStock = new Set(stock.passed);
  const all = new Set([...stock.passed, ...Object.keys(stock.failed)]);
  const listed = new Set(known.flatMap(({ tests }) => tests));
  /** @type {Map<string, string[]>} */
  const variants = new Map();
  const note = (fault, variant) => variants.set(fault, [...(variants.get(fault) ?? []), variant]);

  for (const { name, passed, failed } of ours) {
    const run = new Set([...passed, ...Object.keys(failed)]);
    for (const [test, message] of Object.entries(failed)) {
      const [firstLine] = message.split("\n");
      if (passedByStock.has(test)) note(`worse than tfjs' own: ${test}: ${firstLine}`, name);
      else if (!listed.has(test)) note(`fails and is not in the list: ${test}: ${firstLine}`, name);
    }
    for (const test of passed) if (listed.has(test)) note(`passes and is in the list: ${test}`, name);
    for (const test of all) if (!run.has(test)) note(`was not run: ${test}`, name);
  }
  for (const test of listed) if (!all.has(test)) note(`is in the list and is no test: ${test}`, "the list");
  for (const { reason, tests } of known) {
    if (reason === "") note(`has no reason in the list: ${tests.join(", ")}`, "the list");
  }
  return [...variants].map(([fault, names]) => `${fault} (${names.join("; ")})`);
}
