/** A value of {@link symmetricEigen}, and the vector of length 1 that belongs to it. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: readonly number[];
}

/** Sweeps over all pairs of axes; a matrix of some tens of rows needs five to ten. */
const mostSweeps = 50;

/**
 * Finds the eigenvalues and eigenvectors of a symmetric matrix, largest first, by Jacobi's rotations: each makes one entry beside the
 * diagonal zero, until none is left.
 *
 * @param matrix rows of the same length as there are rows
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigenpair[] {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, row) => a.map((_, column) => (row === column ? 1 : 0)));
  const at = (row: number, column: number): number => a[row]?.[column] ?? 0;
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let rest = 0;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        rest += at(p, q) ** 2;
        if (at(p, q) !== 0) rotate(a, vectors, p, q);
      }
    }
    if (rest === 0) break;
  }
  return a
    .map((row, index) => ({ value: row[index] as number, vector: vectors.map((v) => v[index] as number) }))
    .toSorted((one, other) => other.value - one.value);
}

/** Turns axes p and q of the matrix, and of the vectors, so that the entry between them becomes zero. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const [rowP, rowQ] = [a[p], a[q]] as [number[], number[]];
  const between = rowP[q] as number;
  const theta = ((rowQ[q] as number) - (rowP[p] as number)) / (2 * between);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(t, 1);
  const sine = t * cosine;
  for (const row of [...a, ...vectors]) {
    const [x, y] = [row[p] as number, row[q] as number];
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
  for (let column = 0; column < a.length; column += 1) {
    const [x, y] = [rowP[column] as number, rowQ[column] as number];
    rowP[column] = cosine * x - sine * y;
    rowQ[column] = sine * x + cosine * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
}
