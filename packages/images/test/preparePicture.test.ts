import { readFileSync } from "node:fs";
import { noCache } from "@minibatch/datasets";
import { describe, expect, it } from "vitest";
import { decodePicture, imageFolder, type Picture, preparePicture } from "../src/index.ts";
import { makeFolder } from "./makeFolder.ts";
import { makeClasses } from "./makeClasses.ts";
import { jpegOf, makePicture } from "./makePicture.ts";

/** A picture whose left half is dark and whose right half is light. */
const halves = (width: number, height: number): Picture => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from({ length: width * height }, (_, at) => (at % width < width / 2 ? 20 : 200)),
});

describe("preparePicture(picture, preparation)", () => {
  it("keeps the proportions with margins in the mean colour of the border", () => {
    const pixels = preparePicture(halves(40, 20), { height: 4, width: 4, channels: 1, fit: "pad" });
    const rows = [0, 4, 8, 12].map((at) => [...pixels.subarray(at, at + 4)]);
    expect(rows).toEqual([
      [110, 110, 110, 110],
      [20, 20, 200, 200],
      [20, 20, 200, 200],
      [110, 110, 110, 110],
    ]);
  });

  it("cuts off what is too long, on both sides", () => {
    const pixels = preparePicture(halves(40, 20), { height: 2, width: 2, channels: 1, fit: "crop" });
    expect([...pixels]).toEqual([20, 200, 20, 200]);
    const tall = preparePicture(halves(20, 60), { height: 2, width: 4, channels: 3, fit: "crop" });
    expect([...tall.subarray(0, 12)]).toEqual([20, 20, 20, 20, 20, 20, 200, 200, 200, 200, 200, 200]);
  });

  it("enlarges what is smaller", () => {
    const pixels = preparePicture(halves(2, 1), { height: 2, width: 4, channels: 1, fit: "pad" });
    expect([...pixels]).toEqual([20, 20, 200, 200, 20, 20, 200, 200]);
  });

  it.for(["pad", "crop"] as const)(
    "makes of a file what imageFolder(path, { fit: %j }) has of it",
    async (fit) => {
      const { files } = JSON.parse(
        readFileSync(new URL("./reference/pictures.json", import.meta.url), "utf8"),
      ) as {
        files: Record<string, { file: string }>;
      };
      const contents: Record<string, Uint8Array> = {};
      for (const orientation of [1, 3, 5, 6, 8]) {
        const file = files[`jpeg-orientation-${orientation}`]?.file ?? "";
        contents[`a/turned ${orientation}.jpg`] = Buffer.from(file, "base64");
        contents[`b/made ${orientation}.jpg`] = jpegOf(makePicture(orientation, 31, 17));
      }
      const folder = await makeFolder({ ...contents, ...makeClasses({ a: 2, b: 2 }) });
      const pictures = await imageFolder(folder, { cache: noCache, threads: 0, fit, imageSize: [8, 11] });
      const { train, validation = train, test } = await pictures.load();
      const rows: [string, Uint8Array][] = [];
      for (const { x, names } of [train, validation, test]) {
        for (const [at, name] of (names ?? []).entries()) {
          rows.push([name, x.data.slice(at * 264, (at + 1) * 264)]);
        }
      }
      expect(rows).toHaveLength(14 - pictures.leftOut.length);
      for (const [name, pixels] of rows) {
        const content = contents[name];
        if (content === undefined) continue;
        expect(preparePicture(await decodePicture(content), pictures.preparation)).toEqual(pixels);
      }
    },
  );
});
