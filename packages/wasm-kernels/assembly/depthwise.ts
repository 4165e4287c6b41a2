// A depthwise convolution and both of its gradients, NHWC. The filter is [height, width, channels, multiplier]; output channel
// c * multiplier + q comes from input channel c.

/** y[batch, outHeight, outWidth, channels * multiplier] from x and the filter. */
export function depthwiseConv2d(
  x: usize, filter: usize, y: usize,
  batch: i32, inHeight: i32, inWidth: i32, channels: i32, outHeight: i32, outWidth: i32, multiplier: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32,
  dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32,
): void {
  const outChannels = channels * multiplier;
  memory.fill(y, 0, ((<usize>(batch * outHeight * outWidth)) * (<usize>outChannels)) << 2);
  for (let n = 0; n < batch; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let fy = 0; fy < filterHeight; fy++) {
        const iy = oy * strideHeight - padTop + fy * dilationHeight;
        if (iy < 0 || iy >= inHeight) continue;
        for (let ox = 0; ox < outWidth; ox++) {
          const result = y + ((<usize>(((n * outHeight + oy) * outWidth + ox) * outChannels)) << 2);
          for (let fx = 0; fx < filterWidth; fx++) {
            const ix = ox * strideWidth - padLeft + fx * dilationWidth;
            if (ix < 0 || ix >= inWidth) continue;
            const pixel = x + ((<usize>(((n * inHeight + iy) * inWidth + ix) * channels)) << 2);
            const weight = filter + ((<usize>((fy * filterWidth + fx) * outChannels)) << 2);
            addProducts(result, pixel, weight, channels, multiplier);
          }
        }
      }
    }
  }
}

/** dw[filterHeight, filterWidth, channels, multiplier] from x and dy. */
export function depthwiseBackpropFilter(
  x: usize, dy: usize, dw: usize,
  batch: i32, inHeight: i32, inWidth: i32, channels: i32, outHeight: i32, outWidth: i32, multiplier: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32,
  dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32,
): void {
  const outChannels = channels * multiplier;
  memory.fill(dw, 0, (<usize>(filterHeight * filterWidth * outChannels)) << 2);
  for (let n = 0; n < batch; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let fy = 0; fy < filterHeight; fy++) {
        const iy = oy * strideHeight - padTop + fy * dilationHeight;
        if (iy < 0 || iy >= inHeight) continue;
        for (let ox = 0; ox < outWidth; ox++) {
          const gradient = dy + ((<usize>(((n * outHeight + oy) * outWidth + ox) * outChannels)) << 2);
          for (let fx = 0; fx < filterWidth; fx++) {
            const ix = ox * strideWidth - padLeft + fx * dilationWidth;
            if (ix < 0 || ix >= inWidth) continue;
            const pixel = x + ((<usize>(((n * inHeight + iy) * inWidth + ix) * channels)) << 2);
            const weight = dw + ((<usize>((fy * filterWidth + fx) * outChannels)) << 2);
            addProducts(weight, pixel, gradient, channels, multiplier);
          }
        }
      }
    }
  }
}

/** dx[batch, inHeight, inWidth, channels] from dy and the filter. */
export function depthwiseBackpropInput(
  dy: usize, filter: usize, dx: usize,
  batch: i32, inHeight: i32, inWidth: i32, channels: i32, outHeight: i32, outWidth: i32, multiplier: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32,
  dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32,
): void {
  const outChannels = channels * multiplier;
  memory.fill(dx, 0, ((<usize>(batch * inHeight * inWidth)) * (<usize>channels)) << 2);
  for (let n = 0; n < batch; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let fy = 0; fy < filterHeight; fy++) {
        const iy = oy * strideHeight - padTop + fy * dilationHeight;
        if (iy < 0 || iy >= inHeight) continue;
        for (let ox = 0; ox < outWidth; ox++) {
          const gradient = dy + ((<usize>(((n * outHeight + oy) * outWidth + ox) * outChannels)) << 2);
          for (let fx = 0; fx < filterWidth; fx++) {
            const ix = ox * strideWidth - padLeft + fx * dilationWidth;
            if (ix < 0 || ix >= inWidth) continue;
            const pixel = dx + ((<usize>(((n * inHeight + iy) * inWidth + ix) * channels)) << 2);
            const weight = filter + ((<usize>((fy * filterWidth + fx) * outChannels)) << 2);
            addFolded(pixel, gradient, weight, channels, multiplier);
          }
        }
      }
    }
  }
}

// sum[c, q] += pixel[c] * factor[c, q]
// @ts-ignore: decorator
@inline
function addProducts(sum: usize, pixel: usize, factor: usize, channels: i32, multiplier: i32): void {
  let c = 0;
  if (multiplier == 1) {
    for (; c + 4 <= channels; c += 4) {
      const at = (<usize>c) << 2;
      const product = f32x4.mul(v128.load(pixel + at), v128.load(factor + at));
      v128.store(sum + at, f32x4.add(v128.load(sum + at), product));
    }
  }
  for (; c < channels; c++) {
    const value = load<f32>(pixel + ((<usize>c) << 2));
    for (let q = 0; q < multiplier; q++) {
      const at = (<usize>(c * multiplier + q)) << 2;
      store<f32>(sum + at, load<f32>(sum + at) + value * load<f32>(factor + at));
    }
  }
}

// pixel[c] += sum over q of gradient[c, q] * weight[c, q]
// @ts-ignore: decorator
@inline
function addFolded(pixel: usize, gradient: usize, weight: usize, channels: i32, multiplier: i32): void {
  let c = 0;
  if (multiplier == 1) {
    for (; c + 4 <= channels; c += 4) {
      const at = (<usize>c) << 2;
      const product = f32x4.mul(v128.load(gradient + at), v128.load(weight + at));
      v128.store(pixel + at, f32x4.add(v128.load(pixel + at), product));
    }
  }
  for (; c < channels; c++) {
    let sum: f32 = 0;
    for (let q = 0; q < multiplier; q++) {
      const at = (<usize>(c * multiplier + q)) << 2;
      sum += load<f32>(gradient + at) * load<f32>(weight + at);
    }
    const at = (<usize>c) << 2;
    store<f32>(pixel + at, load<f32>(pixel + at) + sum);
  }
}
