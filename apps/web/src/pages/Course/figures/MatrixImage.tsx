import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isDark } from "../../../state/theme.ts";

/** A matrix as an image: ink for what is positive, red for what is negative; a frame shows a part of it. */
export function MatrixImage({ title, matrix, frame }: MatrixImageProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = isDark.value;
  const [height, width] = [matrix.length, matrix[0]?.length ?? 0];
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || width === 0) return;
    const image = context.createImageData(width, height);
    const most = Math.max(1e-9, ...matrix.flat().map(Math.abs));
    const positive = dark ? [236, 236, 232] : [27, 27, 25];
    const negative = dark ? [255, 130, 118] : [190, 38, 30];
    for (const [at, value] of matrix.flat().entries()) {
      image.data.set([...(value < 0 ? negative : positive), (Math.abs(value) / most) * 255], at * 4);
    }
    context.putImageData(image, 0, 0);
  }, [matrix, width, height, dark]);
  return (
    <figure class="matrix">
      <figcaption class="small">{title}</figcaption>
      <div>
        <canvas ref={canvas} class="pixels" width={width} height={height} role="img" aria-label={title} />
        {frame && (
          <span
            style={{
              insetBlockStart: `${(frame.row / height) * 100}%`,
              insetInlineStart: `${(frame.column / width) * 100}%`,
              blockSize: `${(frame.size / height) * 100}%`,
              inlineSize: `${((frame.columns ?? frame.size) / width) * 100}%`,
            }}
          />
        )}
      </div>
    </figure>
  );
}

interface MatrixImageProps {
  readonly title: string;
  readonly matrix: readonly (readonly number[])[];
  readonly frame?: MatrixFrame | undefined;
}

/** A part of a matrix, in cells. */
interface MatrixFrame {
  readonly row: number;
  readonly column: number;
  /** Its rows, and its columns where it does not say those. */
  readonly size: number;
  readonly columns?: number;
}
