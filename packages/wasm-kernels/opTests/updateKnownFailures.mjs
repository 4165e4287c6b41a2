/**
 * Brings the list of known failures up to date: what passes in every variant goes; what fails, with tfjs' own kernels too, and was not
 * listed comes, without a reason.
 *
 * @param {{ reason: string, tests: string[] }[]} known the list as it is
 * @param {{ passed: string[] }} stock what came of tfjs' own kernels
 * @param {{ failed: Record<string, string> }[]} ours what came of each variant of the kernels
 * @returns {{ reason: string, tests: string[] }[]} the list as it should be, but for the reasons
 */
export function updateKnownFailures(known, stock, ours) {
  const failing = new Set(ours.flatMap(({ failed }) => Object.keys(failed)));
  const kept = known.map(({ reason, tests }) => ({
    reason,
    tests: tests.filter((test) => failing.has(test)),
  }));
  const listed = new Set(kept.flatMap(({ tests }) => tests));
  const passedByStock = new Set(stock.passed);
  const unlisted = [...failing].filter((test) => !listed.has(test) && !passedByStock.has(test));
  return [...kept, { reason: "", tests: unlisted }].filter(({ tests }) => tests.length > 0);
}
