import asc from "assemblyscript/asc";

const range = (count) => Array.from({ length: count }, (_, index) => index);

/**
 * Compiles inner loops with nothing around them, whose best speed is the machine's limit for an instruction set: sums that
 * stay in registers, and tiles over panels that stay in the first-level cache.
 *
 * @param {boolean} fused relaxed SIMD's multiply-add, or a multiplication and an addition
 * @returns {Promise<{ module: Uint8Array, kernels: { name: string, flops: number }[] }>} each takes how often to repeat
 */
export async function bareKernels(fused) {
  const madd = (a, b, c) =>
    fused ? `f32x4.relaxed_madd(${a}, ${b}, ${c})` : `f32x4.add(f32x4.mul(${a}, ${b}), ${c})`;
  const kernels = [];
  const sources = [];
  for (const sums of range(7).map((index) => index + 8)) {
    const name = `registers${sums}`;
    kernels.push({ name, flops: 8 * sums });
    sources.push(`export function ${name}(times: i32): f32 {
      const a = f32x4.splat(0.999), b = f32x4.splat(0.001);
      ${range(sums)
        .map((i) => `let c${i} = f32x4.splat(${i});`)
        .join("\n")}
      for (let i = 0; i < times; i++) { ${range(sums)
        .map((i) => `c${i} = ${madd("a", `c${i}`, "b")};`)
        .join("\n")} }
      ${range(sums)
        .slice(1)
        .map((i) => `c0 = f32x4.add(c0, c${i});`)
        .join("\n")}
      return f32x4.extract_lane(c0, 0);
    }`);
  }
  for (const rows of [4, 5, 6]) {
    const name = `tile${rows}`;
    kernels.push({ name, flops: 16 * rows * 256 });
    const cells = range(rows).flatMap((i) => [
      [i, 0],
      [i, 1],
    ]);
    sources.push(`export function ${name}(times: i32): void {
      for (let t = 0; t < times; t++) tile${rows}Once(65536, 98304, 131072);
    }
    function tile${rows}Once(a: usize, b: usize, c: usize): void {
      ${cells.map(([i, j]) => `let c${i}_${j} = f32x4.splat(0);`).join("\n")}
      const end = a + ${256 * rows * 4};
      while (a < end) {
        const b0 = v128.load(b), b1 = v128.load(b, 16);
        ${range(rows)
          .map(
            (i) => `const a${i} = v128.load_splat<f32>(a, ${4 * i});
          c${i}_0 = ${madd(`a${i}`, "b0", `c${i}_0`)}; c${i}_1 = ${madd(`a${i}`, "b1", `c${i}_1`)};`,
          )
          .join("\n")}
        a += ${4 * rows}; b += 32;
      }
      ${cells.map(([i, j]) => `v128.store(c, c${i}_${j}, ${32 * i + 16 * j});`).join("\n")}
    }`);
  }
  const { binary, error } = await asc.compileString(sources.join("\n"), {
    optimizeLevel: 3,
    runtime: "stub",
    noAssert: true,
    initialMemory: 4,
    enable: ["simd", ...(fused ? ["relaxed-simd"] : [])],
  });
  if (error) throw error;
  return { module: binary, kernels };
}
