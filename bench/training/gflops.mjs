/** Runs a kernel once: how many GFLOP/s it does. */
export function gflops({ run, flops }) {
  const start = performance.now();
  run();
  return flops / (performance.now() - start) / 1e6;
}
