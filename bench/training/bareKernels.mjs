import asc from "assemblyscript/asc";

const range = (count) => Array.from({ length: count }, (_, index) => index);

/**
 * Compiles inner loops with nothing around them, whose best speed is the machine's limit for an instruction set: sums that
 * stay in registers, and tiles over panels that stay in the first-level cache. Tiles of two vectors a row are what an engine makes one of
 * 256 bits of (`packages/wasm-kernels/assembly/width.ts`), and those of four are for that alone.
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
  const tiles = [2, 4].flatMap((vectors) => [4, 5, 6].map((rows) => [rows, vectors]));
  for (const [rows, vectors] of tiles) {
    const name = `tile${rows}x${vectors}`;
    kernels.push({ name, flops: 8 * vectors * rows * 256 });
    const cells = range(rows).flatMap((i) => range(vectors).map((j) => [i, j]));
    sources.push(`export function ${name}(times: i32): void {
      for (let t = 0; t < times; t++) ${name}Once(65536, 98304, 131072);
    }
    function ${name}Once(a: usize, b: usize, c: usize): void {
      ${cells.map(([i, j]) => `let c${i}_${j} = f32x4.splat(0);`).join("\n")}
      const end = a + ${256 * rows * 4};
      while (a < end) {
        ${range(vectors)
          .map((j) => `const b${j} = v128.load(b, ${16 * j});`)
          .join("\n")}
        ${range(rows)
          .map(
            (i) => `const a${i} = v128.load_splat<f32>(a, ${4 * i});
          ${range(vectors)
            .map((j) => `c${i}_${j} = ${madd(`a${i}`, `b${j}`, `c${i}_${j}`)};`)
            .join("\n")}`,
          )
          .join("\n")}
        a += ${4 * rows}; b += ${16 * vectors};
      }
      ${cells.map(([i, j]) => `v128.store(c, c${i}_${j}, ${16 * (vectors * i + j)});`).join("\n")}
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
