import type { RgbaImage } from "../../prepare/prepareImage.ts";
import { element } from "./element.ts";
import { words } from "./words.ts";

const size = 280;
/** How far an arrow key moves the pen. */
const step = 10;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/**
 * A page to draw on, with mouse, finger, pen or arrow keys.
 *
 * @param onDrawn gets what is drawn, light on black, whenever it changes; nothing for an empty page
 */
export function drawingPad(onDrawn: (image: RgbaImage | undefined) => void): HTMLElement {
  const canvas = element("canvas", {
    width: size,
    height: size,
    tabindex: 0,
    role: "application",
    "aria-label": `${words.draw}. ${words.drawHint}`,
  });
  const context = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  let [x, y, down] = [size / 2, size / 2, false];
  const clear = (): void => {
    context.fillStyle = "#000";
    context.fillRect(0, 0, size, size);
    onDrawn(undefined);
  };
  const lineTo = (toX: number, toY: number): void => {
    context.strokeStyle = "#fff";
    context.lineWidth = size / 12;
    context.lineCap = "round";
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(toX, toY);
    context.stroke();
    [x, y] = [toX, toY];
  };
  const changed = (): void => onDrawn(context.getImageData(0, 0, size, size));
  const placeOf = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) * size) / box.width, ((event.clientY - box.top) * size) / box.height];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    [x, y] = placeOf(event);
    down = true;
    lineTo(x, y);
    changed();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!down || !canvas.hasPointerCapture(event.pointerId)) return;
    lineTo(...placeOf(event));
    changed();
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (down = false));
  canvas.addEventListener("keydown", (event) => {
    const move = arrows[event.key];
    if (event.key === " ") {
      down = !down;
      if (down) lineTo(x, y);
    } else if (move) {
      const [toX, toY] = [x + move[0], y + move[1]].map((place) => Math.min(size, Math.max(0, place))) as [
        number,
        number,
      ];
      if (down) lineTo(toX, toY);
      else [x, y] = [toX, toY];
    } else return;
    event.preventDefault();
    if (down) changed();
  });
  clear();
  const button = element("button", { type: "button", onclick: clear }, words.clear);
  const title = element("h2", {}, words.draw);
  const hint = element("p", { class: "quiet" }, words.drawHint);
  return element("div", { class: "pad" }, canvas, element("div", {}, title, hint, button));
}
