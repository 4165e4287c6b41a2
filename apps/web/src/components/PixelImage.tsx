import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isDark } from "../state/theme.ts";
import "./components.css";

/** An image of a dataset, pixel by pixel; grey ones are ink on the ground of the page. */
export function PixelImage({ data, shape, label }: PixelImageProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height = 1, width = 1, channels = 1] = shape;
  const dark = isDark.value;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const image = context.createImageData(width, height);
    image.data.set(toRgba(data, channels, dark));
    context.putImageData(image, 0, 0);
  }, [data, width, height, channels, dark]);
  return (
    <canvas
      ref={canvas}
      class="pixels"
      width={width}
      height={height}
      {...(label === undefined ? { "aria-hidden": "true" } : { role: "img", "aria-label": label })}
    />
  );
}

interface PixelImageProps {
  /** Bytes of one image, `[height, width, channels]`. */
  readonly data: ArrayLike<number>;
  readonly shape: readonly number[];
  /** What it shows; without one it is decoration. */
  readonly label?: string;
}

function toRgba(data: ArrayLike<number>, channels: number, dark: boolean): Uint8ClampedArray<ArrayBuffer> {
  const pixels = data.length / channels;
  const rgba = new Uint8ClampedArray(pixels * 4);
  const ink = dark ? 255 : 0;
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const at = pixel * channels;
    const colour =
      channels === 1
        ? [ink, ink, ink, data[at] ?? 0]
        : [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, 255];
    rgba.set(colour, pixel * 4);
  }
  return rgba;
}
