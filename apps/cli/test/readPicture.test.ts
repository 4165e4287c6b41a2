import { encode } from "fast-png";
import jpeg from "jpeg-js";
import { describe, expect, it } from "vitest";
import { readPicture } from "../src/images/readPicture.ts";

describe("readPicture(bytes)", () => {
  it("tells PNG and JPEG by their first bytes", async () => {
    const png = encode({ width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 200) });
    expect(await readPicture(png)).toMatchObject({ width: 2, height: 1, channels: 1 });
    const photo = jpeg.encode({ width: 4, height: 3, data: new Uint8Array(48).fill(255) }, 90).data;
    expect(await readPicture(photo)).toMatchObject({ width: 4, height: 3, channels: 3 });
  });

  it("rejects every other file", async () => {
    await expect(readPicture(new TextEncoder().encode("GIF89a"))).rejects.toThrow("neither a PNG nor a JPEG");
    await expect(readPicture(new Uint8Array())).rejects.toThrow("neither a PNG nor a JPEG");
  });
});
