/** Bytes and labels of random images: speed does not depend on what they show. */
export function samples(input, rows) {
  const size = input.reduce((product, length) => product * length, 1);
  let state = 1;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  return {
    x: { data: Uint8Array.from({ length: rows * size }, next), shape: [rows, ...input] },
    y: { data: Uint8Array.from({ length: rows }, () => next() % 10), shape: [rows] },
  };
}
