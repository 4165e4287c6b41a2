// Gradients of pooling, NHWC, four channels at a time.

/** dx: dy of each window goes to the first of its largest inputs, as tfjs does. `y` is the output of the pooling. */
export function maxPoolGrad(
  x: usize, y: usize, dy: usize, dx: usize,
  batch: i32, inHeight: i32, inWidth: i32, channels: i32, outHeight: i32, outWidth: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32, padTop: i32, padLeft: i32,
): void {
  const sampleFloats = inHeight * inWidth * channels;
  memory.fill(dx, 0, ((<usize>batch) * (<usize>sampleFloats)) << 2);
  const vectorEnd = channels & ~3;
  for (let n = 0; n < batch; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      const top = oy * strideHeight - padTop;
      const y0 = max(0, top);
      const y1 = min(inHeight, top + filterHeight);
      for (let ox = 0; ox < outWidth; ox++) {
        const left = ox * strideWidth - padLeft;
        const x0 = max(0, left);
        const x1 = min(inWidth, left + filterWidth);
        for (let c = 0; c < vectorEnd; c += 4) {
          const most = v128.load(y);
          const gradient = v128.load(dy);
          let open = i32x4.splat(-1);
          for (let iy = y0; iy < y1; iy++) {
            for (let ix = x0; ix < x1; ix++) {
              const at = (<usize>((iy * inWidth + ix) * channels + c)) << 2;
              const hit = v128.and(open, f32x4.eq(v128.load(x + at), most));
              open = v128.andnot(open, hit);
              v128.store(dx + at, f32x4.add(v128.load(dx + at), v128.and(gradient, hit)));
            }
          }
          y += 16;
          dy += 16;
        }
        for (let c = vectorEnd; c < channels; c++) {
          const most = load<f32>(y);
          let open = true;
          for (let iy = y0; iy < y1 && open; iy++) {
            for (let ix = x0; ix < x1 && open; ix++) {
              const at = (<usize>((iy * inWidth + ix) * channels + c)) << 2;
              if (load<f32>(x + at) != most) continue;
              store<f32>(dx + at, load<f32>(dx + at) + load<f32>(dy));
              open = false;
            }
          }
          y += 4;
          dy += 4;
        }
      }
    }
    x += (<usize>sampleFloats) << 2;
    dx += (<usize>sampleFloats) << 2;
  }
}

/** dx: dy of each window, divided by the whole size of the window (padding too, as tfjs does), to all of its inputs. */
export function avgPoolGrad(
  dy: usize, dx: usize,
  batch: i32, inHeight: i32, inWidth: i32, channels: i32, outHeight: i32, outWidth: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32, padTop: i32, padLeft: i32,
): void {
  const sampleFloats = inHeight * inWidth * channels;
  memory.fill(dx, 0, ((<usize>batch) * (<usize>sampleFloats)) << 2);
  const share = <f32>1 / <f32>(filterHeight * filterWidth);
  const shares = f32x4.splat(share);
  const vectorEnd = channels & ~3;
  for (let n = 0; n < batch; n++) {
    for (let oy = 0; oy < outHeight; oy++) {
      const top = oy * strideHeight - padTop;
      const y0 = max(0, top);
      const y1 = min(inHeight, top + filterHeight);
      for (let ox = 0; ox < outWidth; ox++) {
        const left = ox * strideWidth - padLeft;
        const x0 = max(0, left);
        const x1 = min(inWidth, left + filterWidth);
        for (let iy = y0; iy < y1; iy++) {
          for (let ix = x0; ix < x1; ix++) {
            const pixel = dx + ((<usize>((iy * inWidth + ix) * channels)) << 2);
            for (let c = 0; c < vectorEnd; c += 4) {
              const at = (<usize>c) << 2;
              const part = f32x4.mul(v128.load(dy + at), shares);
              v128.store(pixel + at, f32x4.add(v128.load(pixel + at), part));
            }
            for (let c = vectorEnd; c < channels; c++) {
              const at = (<usize>c) << 2;
              store<f32>(pixel + at, load<f32>(pixel + at) + load<f32>(dy + at) * share);
            }
          }
        }
        dy += (<usize>channels) << 2;
      }
    }
    dx += (<usize>sampleFloats) << 2;
  }
}
