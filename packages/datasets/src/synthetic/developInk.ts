import { MIDDLE, SIDE } from "./imageSize.ts";
import type { RandomStream } from "./randomStream.ts";

/** How ink becomes grey. */
export interface Paper {
  /** The grey of full ink, up to 1. */
  readonly strength: number;
  /** How much the edge frays, in cover. */
  readonly grain: number;
}

/**
 * Turns ink into grey values, moved by whole pixels so that the centre of mass comes to the middle of the image: within
 * half a pixel of it, as in MNIST.
 */
export function developInk(
  ink: Float64Array,
  { strength, grain }: Paper,
  random: RandomStream,
  pixels: Uint8Array,
): void {
  let [mass, massX, massY] = [0, 0, 0];
  for (let i = 0; i < ink.length; i++) {
    const cover = ink[i] as number;
    if (cover <= 0) continue;
    const frayed = grain === 0 ? cover : cover + grain * (random.uniform() - 0.5);
    const grey = strength * Math.min(Math.max(frayed, 0), 1);
    ink[i] = grey;
    mass += grey;
    massX += grey * (i % SIDE);
    massY += grey * Math.floor(i / SIDE);
  }
  const shiftX = Math.round(MIDDLE - massX / mass);
  const shiftY = Math.round(MIDDLE - massY / mass);
  const [left, right] = [Math.max(shiftX, 0), Math.min(SIDE, SIDE + shiftX)];
  const [top, bottom] = [Math.max(shiftY, 0), Math.min(SIDE, SIDE + shiftY)];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      pixels[y * SIDE + x] = Math.round(255 * (ink[(y - shiftY) * SIDE + x - shiftX] as number));
    }
  }
}
