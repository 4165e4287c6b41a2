/**
 * So many images of each class of MNIST and of Fashion-MNIST, the latter as the classes from 10, drawn at random.
 *
 * @param {{ mnist: object, fashion: object }} data both, loaded
 * @param {"train" | "test"} part which of their images
 * @param {number} each how many of a class
 * @param {() => number} random
 */
export function twentyClasses({ mnist, fashion }, part, each, random) {
  const size = 28 * 28;
  const data = new Uint8Array(20 * each * size);
  const labels = new Uint8Array(20 * each);
  let at = 0;
  for (const [first, { x, y }] of [
    [0, mnist[part]],
    [10, fashion[part]],
  ]) {
    const left = Array.from({ length: 10 }, () => each);
    const taken = new Set();
    while (left.some((count) => count > 0)) {
      const row = Math.floor(random() * y.data.length);
      const label = y.data[row];
      if (left[label] === 0 || taken.has(row)) continue;
      taken.add(row);
      left[label] -= 1;
      data.set(x.data.subarray(row * size, (row + 1) * size), at * size);
      labels[at] = first + label;
      at += 1;
    }
  }
  return { x: { data, shape: [20 * each, 28, 28, 1] }, y: { data: labels, shape: [20 * each] } };
}
