import { ConvShape } from "./convShape";
import { addRun } from "./vector";

/**
 * Adds windows to the images that they were seen through.
 *
 * @param images address of the images [batch, inHeight, inWidth, inChannels]
 * @param windows address of `count` rows of `taps` floats, those of the output positions from `first` on
 */
export function addWindows(s: ConvShape, images: usize, windows: usize, first: i32, count: i32): void {
  const inHeight = s.inHeight;
  const inWidth = s.inWidth;
  const filterWidth = s.filterWidth;
  let ox = first % s.outWidth;
  let oy = (first / s.outWidth) % s.outHeight;
  const imageBytes = (<usize>(inHeight * inWidth * s.inChannels)) << 2;
  let image = images + (<usize>(first / (s.outWidth * s.outHeight))) * imageBytes;
  const pixelBytes = (<usize>s.inChannels) << 2;
  const run = filterWidth * s.inChannels;
  const lastTap = (filterWidth - 1) * s.dilationWidth;
  for (let i = 0; i < count; i++) {
    const left = ox * s.strideWidth - s.padLeft;
    // The taps of this row of the filter are one run of the image.
    const whole = s.dilationWidth == 1 && left >= 0 && left + lastTap < inWidth;
    for (let fy = 0; fy < s.filterHeight; fy++) {
      const y = oy * s.strideHeight - s.padTop + fy * s.dilationHeight;
      if (y >= 0 && y < inHeight) {
        const row = image + (<usize>(y * inWidth)) * pixelBytes;
        if (whole) {
          addRun(row + (<usize>left) * pixelBytes, windows, run);
        } else {
          for (let fx = 0; fx < filterWidth; fx++) {
            const x = left + fx * s.dilationWidth;
            if (x < 0 || x >= inWidth) continue;
            addRun(row + (<usize>x) * pixelBytes, windows + (<usize>fx) * pixelBytes, s.inChannels);
          }
        }
      }
      windows += (<usize>run) << 2;
    }
    if (++ox == s.outWidth) {
      ox = 0;
      if (++oy == s.outHeight) {
        oy = 0;
        image += imageBytes;
      }
    }
  }
}
