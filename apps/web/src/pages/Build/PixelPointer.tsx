import type { ComponentChildren, JSX } from "preact";
import { lookAtPixel, lookedAtPixel } from "../../state/building.ts";
import type { PixelPlace } from "../../worker/build/pixelSum.ts";
import { buildMessages } from "./messages.ts";

/** Maps of which each number can be taken apart: under the pointer, by a tap, or by the arrow keys. */
export function PixelPointer({ shape, layer, columns, title, children }: PixelPointerProps): JSX.Element {
  const [, height = 1, width = 1, maps = 1] = shape;
  const rows = Math.ceil(maps / columns);
  // Between two maps lies a pixel.
  const [across, down] = [columns * (width + 1) - 1, rows * (height + 1) - 1];
  const looked = lookedAtPixel.value;
  const place = looked?.layer === layer ? looked : undefined;
  const look = (row: number, column: number, map: number): void => {
    const next: PixelPlace = { layer, row, column, map };
    if (map < maps && JSON.stringify(next) !== JSON.stringify(place)) void lookAtPixel(next);
  };
  const onPointer = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.floor(((event.clientX - box.left) / box.width) * across);
    const y = Math.floor(((event.clientY - box.top) / box.height) * down);
    if (x < 0 || y < 0 || x >= across || y >= down) return;
    const [mapColumn, mapRow] = [Math.floor(x / (width + 1)), Math.floor(y / (height + 1))];
    const [row, column] = [y % (height + 1), x % (width + 1)];
    if (row < height && column < width) look(row, column, mapRow * columns + mapColumn);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const { row, column, map } = place ?? { row: 0, column: 0, map: 0 };
    if (event.key.startsWith("Page"))
      return look(row, column, Math.min(maps - 1, Math.max(0, map + step[0])));
    look(clamp(row + step[1], height), clamp(column + step[0], width), map);
  };
  const left = place && (place.map % columns) * (width + 1) + place.column;
  const top = place && Math.floor(place.map / columns) * (height + 1) + place.row;
  return (
    <div
      class="pixel-pointer"
      role="application"
      tabIndex={0}
      aria-label={buildMessages.value.takeApart(title)}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onFocus={({ currentTarget }) => {
        if (!place && currentTarget.matches(":focus-visible"))
          look(Math.floor(height / 2), Math.floor(width / 2), 0);
      }}
      onKeyDown={onKeyDown}
    >
      {children}
      {left !== undefined && top !== undefined && (
        <span
          class="pixel-mark"
          aria-hidden="true"
          style={{
            insetInlineStart: `${((left + 0.5) / across) * 100}%`,
            insetBlockStart: `${((top + 0.5) / down) * 100}%`,
          }}
        />
      )}
    </div>
  );
}

/** How far a key moves: to the right and down, or on to another map. */
const steps: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  PageUp: [-1, 0],
  PageDown: [1, 0],
};

function clamp(value: number, length: number): number {
  return Math.min(length - 1, Math.max(0, value));
}

interface PixelPointerProps {
  /** Of the maps, `[1, height, width, maps]`. */
  readonly shape: readonly number[];
  /** The place of the layer in the row. */
  readonly layer: number;
  /** So many maps stand side by side. */
  readonly columns: number;
  readonly title: string;
  readonly children: ComponentChildren;
}
