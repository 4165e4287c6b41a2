import type { Page } from "@minibatch/testing";
import { seededRandom } from "@minibatch/training";
import { bitmap } from "./bitmap.ts";

/** A picture of 32 x 32 pixels: a disc or an upright bar somewhere, bright on dark noise. */
function shape(kind: "disc" | "bar", number: number): Buffer {
  const random = seededRandom(number, kind);
  const [x, y, size] = [10 + 12 * random(), 10 + 12 * random(), 6 + 3 * random()];
  return bitmap(32, (column, row) => {
    const [dx, dy] = [Math.abs(column - x), Math.abs(row - y)];
    const inside = kind === "disc" ? dx * dx + dy * dy < size * size : dx < size / 3;
    const level = 30 * random() + (inside ? 200 : 0);
    return [level, level, level];
  });
}

/** Files as a person chooses them. */
export function pictures(kind: "disc" | "bar", first: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `${kind}-${first + index}.bmp`,
    mimeType: "image/bmp",
    buffer: shape(kind, first + index),
  }));
}

/** Names the class at a place of the page Your data, and puts files into it. */
export async function fillClass(
  page: Page,
  at: number,
  name: string,
  files: ReturnType<typeof pictures>,
): Promise<void> {
  const box = page.locator(".class-box").nth(at);
  await box.getByLabel("Name of the class").fill(name);
  await box.getByLabel("Name of the class").blur();
  await box.locator("input[type=file]").setInputFiles(files);
}
