// The width of vectors. WebAssembly's have 128 bits; V8 makes one of 256 bits of two that lie side by side in memory, where it is told to
// revectorize (src/compileWideKernels.node.ts). It does so in functions that are written for it, which take pairs (pairs.ts): those are a module
// of their own (wide/index.ts), small enough to be compiled at once and to be checked before anything is computed by it. The build of
// the kernels that stands on it calls them where the others have their own (loops.ts), with the same sums in the same order.

const KERNELS_OVER_WIDE_LOOPS: i32 = 1;
const WIDE_LOOPS: i32 = 2;

/** Whether this build calls the wide loops. */
// @ts-ignore: decorator, a constant of asconfig.json
@inline
export const WIDE: bool = BUILD == KERNELS_OVER_WIDE_LOOPS;

/** Whether this build is the wide loops. */
// @ts-ignore: decorator, a constant of asconfig.json
@inline
export const PAIRED: bool = BUILD == WIDE_LOOPS;
