import { describe, expect, it } from "vitest";
import { prepareGarment } from "../src/images/prepareGarment.ts";

/** A page with a coat of one shade, twice as high as wide, its collar darker. */
function coat(ground: number, shade: number, collar: number) {
  const data = new Float32Array(100 * 100).fill(ground);
  for (let y = 10; y < 66; y++) data.fill(y < 24 ? collar : shade, y * 100 + 40, y * 100 + 68);
  return { width: 100, height: 100, data };
}

describe("prepareGarment(image)", () => {
  it("trims, scales the longer side to 28 pixels and puts it into the middle", () => {
    const frame = prepareGarment(coat(255, 100, 20));
    const columns = Array.from({ length: 28 }, (_, column) => frame[14 * 28 + column]);
    expect(columns).toEqual([...Array(7).fill(0), ...Array(14).fill(155), ...Array(7).fill(0)]);
    expect(Array.from(frame.subarray(0, 28)).filter((value) => value > 0)).toHaveLength(14);
    expect(Array.from(frame.subarray(27 * 28)).filter((value) => value > 0)).toHaveLength(14);
  });

  it("turns brightness around on light ground and keeps it on dark, shades within included", () => {
    const onLight = prepareGarment(coat(255, 100, 20));
    expect([onLight[14], onLight[20 * 28 + 14]]).toEqual([235, 155]);
    expect(prepareGarment(coat(0, 155, 235))).toEqual(onLight);
  });

  it("rejects an empty picture", () => {
    expect(() => prepareGarment(coat(200, 200, 200))).toThrow("there is nothing on it");
  });
});
