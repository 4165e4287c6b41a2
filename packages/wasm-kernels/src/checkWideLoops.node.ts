// Whether the wide loops (`assembly/wide`) do what they say, and are worth it.

/** They take and give addresses of a memory, and numbers. */
type Loops = Record<string, (...values: number[]) => number>;

const PAGES = 2;

// Addresses, for the calls below: what is read, what is written, space.
const A = 1024;
const B = 45_056;
const TO = 77_824;
const WRITTEN = 45_056;
const ROWS = 122_880;
const TAPS = 123_904;
const LINES = 126_976;
const PLANE = 1088;
const PIXEL = 96;
const PERIOD = 1021;
const ROW = 672;

/** Each loop with the sizes it has: odd numbers of passes, edges, with and without what can be left out. */
const calls: readonly (readonly [name: string, ...values: number[]])[] = [
  ["multiplyTile", A, 4, 24, B, 64, 37, TO, 80],
  ["multiplyTile", A, 4, 100, B, 148, 21, TO, 64],
  ["multiplyTile", A, 148, 4, B, 64, 37, TO, 64],
  ["multiplyTile", A, 4, 24, B, 64, 1, TO, 64],
  ["multiplyDirect", A, ROWS, 12, TAPS, 27, B, 0, 0, TO, 64],
  ["multiplyDirect", A, ROWS, 18, TAPS, 30, B, B + 32, 1, TO, 96],
  ["multiplyDirect", A, ROWS, 6, TAPS, 1, B, B + 64, 2, TO, 64],
  ["multiplyDirect24", A, ROWS, 9, TAPS, 27, B, 0, 0, TO, 96],
  ["multiplyDirect24", A, ROWS, 12, TAPS, 30, B, B + 32, 1, TO, 128],
  ["multiplyDirect24", A, ROWS, 3, TAPS, 1, B, B + 96, 2, TO, 96],
  ["multiplyEightColumns", A, 4, 24, B, 32, 37, TO, 80],
  ["halveImage", A, 6, 6, PIXEL, PIXEL, TO],
  ["halveImage", A, 5, 7, PIXEL, 64, TO],
  ["takeInput", A, ROW, PIXEL, PIXEL, TO, PLANE, LINES],
  ["addInputGradient", A, PLANE, TO, ROW, PIXEL, PIXEL, LINES],
  ["giveOutput", A, PLANE, 0, 0, TO, ROW, PIXEL, PIXEL, 4, 4, LINES],
  ["giveOutput", A, PLANE, B, 1, TO, ROW, PIXEL, PIXEL, 3, 4, LINES],
  ["giveOutput", A, PLANE, B, 2, TO, ROW, PIXEL, 64, 4, 1, LINES],
  ["takeGradient", A, ROW, PIXEL, PIXEL, TO, PLANE, LINES],
  ["transformFilter", A, PIXEL, PIXEL, TO, PLANE, LINES],
  ["giveFilterGradient", A, PLANE, TO, PIXEL, PIXEL, LINES],
];

/** Ordinary values; those among them that a computation may treat in its own way; one that is not finite, in the first vector of a pair or in the second. */
const inputs: readonly { readonly unusual?: readonly number[]; readonly notFiniteAt?: number }[] = [
  {},
  { unusual: [Number.NaN, Infinity, -Infinity, -0, 1e-41, 3e38] },
  { notFiniteAt: A },
  { notFiniteAt: A + 16 },
];

/**
 * Whether the loops are right, and faster than the usual ones. Where there is no memory to find out, as under a limit of addresses
 * (`ulimit -v`), nobody knows.
 *
 * @param others the same loops, compiled in the usual way
 */
export function areGood(loops: WebAssembly.Module, others: WebAssembly.Module, shared: boolean): boolean {
  try {
    return areFaster(loops, shared) && areSame(loops, others, shared);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether two compilations of the loops give the same of the same values, to the last bit; one that is not a number is as good as another. */
export function areSame(loops: WebAssembly.Module, others: WebAssembly.Module, shared: boolean): boolean {
  const wide = start(loops, shared);
  const narrow = start(others, shared);
  return inputs.every(({ unusual = [], notFiniteAt }) => {
    fill(wide.values, unusual);
    list(wide.values);
    if (notFiniteAt !== undefined) wide.values[notFiniteAt / 4] = Infinity;
    narrow.values.set(wide.values);
    return calls.every(
      ([name, ...values]) =>
        wide.loops[name]?.(...values) === narrow.loops[name]?.(...values) &&
        areEqual(wide.written, narrow.written),
    );
  });
}

function areEqual(first: Float32Array, second: Float32Array): boolean {
  const [bytes, others] = [first, second].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  if (bytes !== undefined && others !== undefined && bytes.equals(others)) return true;
  // Not every bit of what is not a number is given.
  return first.every((value, index) => Object.is(value, second[index]));
}

// A sequence as they stand in textbooks, over and over: its period is none of the distances between what the loops read.
function fill(values: Float32Array, unusual: readonly number[]): void {
  let state = 1;
  for (let index = 0; index < PERIOD; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    values[index] = unusual[state >>> 25] ?? (state >>> 8) / 2 ** 23 - 1;
  }
  for (let filled = PERIOD; filled < values.length; filled *= 2) values.copyWithin(filled, 0, filled);
}

// Distances in bytes of what a convolution reads, from its image and from one another, within what is read.
function list(values: Float32Array): void {
  new Int32Array(values.buffer, ROWS, 24).forEach((_, index, rows) => {
    rows[index] = 444 * index;
  });
  new Int32Array(values.buffer, TAPS, 32).forEach((_, index, taps) => {
    taps[index] = 4 * ((index * 155) % 1009);
  });
}

const DEPTH = 256;
const ROUNDS = 9;
const CALLS = 8;
const WIDE_SUMS = 6 * 16;
const NARROW_SUMS = 6 * 8;

/**
 * Whether their matrix product is faster, sum for sum, than the one for vectors of 128 bits: where V8 makes no vectors of 256 bits of it,
 * it is slower by a quarter, with too many sums for the registers; where it does, it is faster by a half than the other, of which V8 makes pairs as well.
 */
function areFaster(loops: WebAssembly.Module, shared: boolean): boolean {
  const { multiplyTile, multiplyEightColumns } = start(loops, shared).loops;
  let wide = Infinity;
  let narrow = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    wide = Math.min(wide, timeOf(multiplyTile, 16) / WIDE_SUMS);
    narrow = Math.min(narrow, timeOf(multiplyEightColumns, 8) / NARROW_SUMS);
  }
  return wide < narrow;
}

function timeOf(multiply: Loops[string] | undefined, columns: number): number {
  const begin = performance.now();
  for (let call = 0; call < CALLS; call += 1) multiply?.(A, 4, 24, B, 4 * columns, DEPTH, TO, 64);
  return performance.now() - begin;
}

function start(module: WebAssembly.Module, shared: boolean) {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared });
  const loops = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Loops;
  const values = new Float32Array(memory.buffer);
  return { loops, values, written: values.subarray(TO / 4, (TO + WRITTEN) / 4) };
}
