import { isInWasmFilter } from "./isInWasmFilter.mjs";

const shown = 30;

/** Prints the counts of every variant, why tests fail in all of them, what is wrong, and a last line for `.ci/run` to add up. */
export function reportVariants(stock, ours, known, faults) {
  const rows = [stock, ...ours].map(({ name, passed, failed }) => {
    const tests = [...passed, ...Object.keys(failed)];
    const filtered = passed.filter(isInWasmFilter).length;
    return [
      name,
      `${passed.length} of ${tests.length}`,
      `${filtered} of ${tests.filter(isInWasmFilter).length}`,
    ];
  });
  printTable([["tfjs-core's tests, passed", "all", "those that tfjs runs on WASM"], ...rows]);
  const listed = known.map(({ tests }) => tests.length);
  for (const [index, { reason }] of known.entries()) console.log(`skipped ${listed[index]}: ${reason}`);
  for (const fault of faults.slice(0, shown)) console.log(fault);
  if (faults.length > shown) console.log(`and ${faults.length - shown} more`);
  const passed = ours.reduce((sum, variant) => sum + variant.passed.length, 0);
  const skipped = listed.reduce((sum, count) => sum + count, 0);
  console.log(`${passed} passed, ${faults.length} failed, ${skipped} skipped`);
}

function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join("  "));
}
