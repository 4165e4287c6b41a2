import { tensor4d, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { ModelError } from "./ModelError.ts";
import { symmetricEigen } from "./symmetricEigen.ts";

/** Images, row-major `[n, height, width, channels]`. */
interface Images {
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
}

/** What keeps directions in which images hardly vary from being blown up. */
const floor = 5e-4;

/**
 * Gives the first convolution of a model the filters that whiten patches of images: the eigenvectors of their covariance, each divided by
 * the root of its eigenvalue, and the negatives of all (K. Jordan 2024, arXiv:2404.00498).
 *
 * @param images raw images; the first 5,000 count
 * @param scaling what a value is multiplied by and then moved by before it enters the model; it should bring the images to mean 0 and
 *   standard deviation 1
 * @throws {ModelError} `INVALID_ARGUMENT` unless the first layer is a convolution with two filters for each value of a patch
 * @example
 * whiten(airbench({ inputShape: [32, 32, 3], classes: 10 }), train.x, { scale: 1 / 64, offset: -2 });
 */
export function whiten(
  model: LayersModel,
  images: Images,
  scaling: { readonly scale: number; readonly offset: number },
): void {
  const layer = model.layers[0];
  const kernel = layer?.weights[0];
  const [height = 0, width = 0, channels = 0, filters = 0] = (kernel?.shape ?? []) as number[];
  const size = height * width * channels;
  const fits = layer?.getClassName() === "Conv2D" && filters === 2 * size;
  if (!fits || images.shape.length !== 4 || images.shape[3] !== channels) {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `whiten needs a model whose first layer is a convolution with ${2 * size || "two"} filters, two for each value of a patch, and ` +
        `images of its channels, but the first layer has ${filters} and the images are [${images.shape.join(", ")}].`,
    );
  }
  const pairs = symmetricEigen(patchCovariance(images, scaling, height, width));
  const values = new Float32Array(size * filters);
  for (const [index, { value, vector }] of pairs.entries()) {
    for (const [row, part] of vector.entries()) {
      const weight = part / Math.sqrt(Math.max(value, 0) + floor);
      values[row * filters + index] = weight;
      values[row * filters + size + index] = -weight;
    }
  }
  tidy(() => {
    kernel?.write(tensor4d(values, [height, width, channels, filters]));
  });
}

/** The mean products of the values of patches, in the order of a filter: row, column, channel. */
function patchCovariance(
  { data, shape: [count = 0, rows = 0, columns = 0, channels = 0] }: Images,
  { scale, offset }: { readonly scale: number; readonly offset: number },
  height: number,
  width: number,
): number[][] {
  const size = height * width * channels;
  const sums = new Float64Array(size * size);
  const patch = new Float64Array(size);
  let patches = 0;
  for (let image = 0; image < Math.min(count, 5000); image += 1) {
    for (let row = 0; row + height <= rows; row += 1) {
      for (let column = 0; column + width <= columns; column += 1) {
        for (let y = 0; y < height; y += 1) {
          const from = ((image * rows + row + y) * columns + column) * channels;
          const to = y * width * channels;
          for (let i = 0; i < width * channels; i += 1) {
            patch[to + i] = (data[from + i] as number) * scale + offset;
          }
        }
        for (let i = 0; i < size; i += 1) {
          const value = patch[i] as number;
          for (let j = 0; j <= i; j += 1) {
            (sums[i * size + j] as number) += value * (patch[j] as number);
          }
        }
        patches += 1;
      }
    }
  }
  return Array.from({ length: size }, (_, i) =>
    Array.from(
      { length: size },
      (_, j) => (sums[Math.max(i, j) * size + Math.min(i, j)] as number) / Math.max(patches, 1),
    ),
  );
}
