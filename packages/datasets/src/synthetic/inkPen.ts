import type { RandomStream } from "./randomStream.ts";
import type { PenPoint } from "./tracePen.ts";

const SIDE = 28;
/** The glyph with its ink fits this many pixels, as in MNIST. */
const BOX = 20;

/** Draws strokes with a soft pen: fitted to 20x20, the centre of mass in the middle of 28x28, white on black. */
export function inkPen(
  strokes: readonly (readonly PenPoint[])[],
  random: RandomStream,
  pixels: Uint8Array,
): void {
  const radius = (0.75 + 0.6 * (random.uniform() + random.uniform())) * (random.uniform() < 0.15 ? 1.3 : 1);
  const soft = 0.9 + 0.6 * random.uniform();
  const strength = 0.86 + 0.2 * random.uniform();
  const rough = random.uniform() < 0.5 ? 0 : 0.5 * random.uniform();
  const taper = 0.18 * random.bell();
  const swell = 0.18 * random.bell();

  fitBox(strokes, BOX - 2 * radius - 0.4 * soft);
  const ink = new Float64Array(SIDE * SIDE);
  for (const stroke of strokes) {
    const pressure = (i: number): number => {
      const t = (2 * i) / (stroke.length - 1) - 1;
      return radius * (1 + taper * t + swell * (0.33 - t * t));
    };
    for (let i = 1; i < stroke.length; i++) {
      inkLine(stroke[i - 1] as PenPoint, stroke[i] as PenPoint, pressure(i - 1), pressure(i), soft, ink);
    }
  }
  develop(ink, strength, rough, random, pixels);
}

/** Scales the strokes so that the longer side of their box is `size`, and puts the box in the middle. */
function fitBox(strokes: readonly (readonly PenPoint[])[], size: number): void {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const stroke of strokes) {
    for (const { x, y } of stroke) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const scale = size / Math.max(right - left, bottom - top);
  const middle = (SIDE - 1) / 2;
  for (const stroke of strokes) {
    for (const point of stroke) {
      point.x = (point.x - (left + right) / 2) * scale + middle;
      point.y = (point.y - (top + bottom) / 2) * scale + middle;
    }
  }
}

/** Inks the pixels near a line whose half-width runs from `r0` to `r1`; 1 is full, the edge `soft` pixels wide. */
function inkLine(p: PenPoint, q: PenPoint, r0: number, r1: number, soft: number, ink: Float64Array): void {
  const reach = Math.max(r0, r1) + soft / 2;
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const perLength = 1 / (dx * dx + dy * dy + 1e-12);
  const right = Math.min(Math.floor(Math.max(p.x, q.x) + reach), SIDE - 1);
  const bottom = Math.min(Math.floor(Math.max(p.y, q.y) + reach), SIDE - 1);
  const left = Math.max(Math.ceil(Math.min(p.x, q.x) - reach), 0);
  for (let y = Math.max(Math.ceil(Math.min(p.y, q.y) - reach), 0); y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const t = Math.min(Math.max(((x - p.x) * dx + (y - p.y) * dy) * perLength, 0), 1);
      const [ex, ey] = [p.x + t * dx - x, p.y + t * dy - y];
      const cover = (r0 + t * (r1 - r0) - Math.sqrt(ex * ex + ey * ey)) / soft + 0.5;
      if (cover > (ink[y * SIDE + x] as number)) ink[y * SIDE + x] = cover;
    }
  }
}

/** Turns ink into grey values, roughened, and moves them by whole pixels so that the centre of mass is central. */
function develop(
  ink: Float64Array,
  strength: number,
  rough: number,
  random: RandomStream,
  pixels: Uint8Array,
): void {
  let [mass, massX, massY] = [0, 0, 0];
  for (let i = 0; i < ink.length; i++) {
    const cover = ink[i] as number;
    if (cover <= 0) continue;
    const grain = rough === 0 ? cover : cover + rough * (random.uniform() - 0.5);
    const grey = Math.min(Math.max(grain * strength, 0), 1);
    ink[i] = grey;
    mass += grey;
    massX += grey * (i % SIDE);
    massY += grey * Math.floor(i / SIDE);
  }
  const middle = (SIDE - 1) / 2;
  const shiftX = Math.round(middle - massX / mass);
  const shiftY = Math.round(middle - massY / mass);
  for (let y = Math.max(shiftY, 0); y < SIDE && y - shiftY < SIDE; y++) {
    for (let x = Math.max(shiftX, 0); x < SIDE && x - shiftX < SIDE; x++) {
      pixels[y * SIDE + x] = Math.round(255 * (ink[(y - shiftY) * SIDE + x - shiftX] as number));
    }
  }
}
