import "@tensorflow/tfjs-backend-cpu";
import { prepareDigit } from "@minibatch/datasets";
import { preparePicture } from "@minibatch/images";
import { mlp } from "@minibatch/models";
import { encodeTable, readTable, table, type TableEncoding } from "@minibatch/tables";
import { expectNoLeak } from "@minibatch/testing";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { type ModuleParts, moduleText, openStored, type RgbaImage, storeModel } from "../src/index.ts";

/** What a module exports. */
interface Exported {
  readonly predict: (input: ArrayLike<number>) => Float32Array;
  readonly predictImage?: (image: RgbaImage) => Float32Array;
  readonly predictRow?: (row: Readonly<Record<string, unknown>>) => Float32Array;
}

/** A model as a module that is imported, its types, and what computes it here. */
async function moduleOf(model: LayersModel, input?: ModuleParts["input"]) {
  const stored = await storeModel(model);
  model.dispose();
  const { script, types } = moduleText({ stored, title: "A\nmodel", input });
  const url = `data:text/javascript;base64,${Buffer.from(script).toString("base64")}`;
  return { exported: (await import(url)) as Exported, script, types, run: openStored(stored) };
}

/** As an `ImageData` of browsers, whose fields are getters that no spread copies. */
class Sheet implements RgbaImage {
  readonly #size: readonly [number, number];
  readonly #data: Uint8ClampedArray;

  constructor(width: number, height: number, data: Uint8ClampedArray) {
    this.#size = [width, height];
    this.#data = data;
  }

  get width(): number {
    return this.#size[0];
  }

  get height(): number {
    return this.#size[1];
  }

  get data(): Uint8ClampedArray {
    return this.#data;
  }
}

/** A stroke of ink on a sheet that can be seen through but for it. */
function sheet(width: number, height: number): RgbaImage {
  const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => {
    const [x, channel] = [Math.floor(at / 4) % width, at % 4];
    const ink = x > width * 0.4 && x < width * 0.6;
    return ink ? (channel === 3 ? 255 : 40 * channel) : 0;
  });
  return new Sheet(width, height, data);
}

/** The same on white paper, three channels. */
function onPaper({ width, height, data }: RgbaImage): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const pixel = 4 * Math.floor(at / 3);
    return data[pixel + 3] === 255 ? (data[pixel + (at % 3)] ?? 0) : 255;
  });
}

it("moduleText(parts) of digits exports predictImage, which prepares a picture as training did", () =>
  expectNoLeak(async () => {
    const input = { kind: "drawing", of: "digit" } as const;
    const model = mlp({ inputShape: [28, 28, 1], hidden: [8], classes: 10 });
    const { exported, types, run } = await moduleOf(model, input);
    const image = sheet(60, 50);
    const rgb = onPaper(image);
    const grey = Float32Array.from(
      { length: 60 * 50 },
      (_, at) => 0.299 * (rgb[3 * at] ?? 0) + 0.587 * (rgb[3 * at + 1] ?? 0) + 0.114 * (rgb[3 * at + 2] ?? 0),
    );
    const pixels = prepareDigit({ width: 60, height: 50, data: grey });
    expect(exported.predictImage?.(image)).toEqual(run(pixels));
    expect(exported.predict(pixels)).toEqual(run(pixels));
    expect(types).toContain("export function predictImage(image: RgbaImage): Float32Array;");
    const blank = { width: 30, height: 30, data: new Uint8ClampedArray(30 * 30 * 4) };
    expect(() => exported.predictImage?.(blank)).toThrow("there is nothing on it: one flat colour");
    expect(() => exported.predictImage?.({ ...blank, width: 31 })).toThrow(
      "A picture of 31 x 30 has 3720 values, four a pixel, and this has 3600. Give what getImageData gives.",
    );
  }));

it("moduleText(parts) of pictures exports predictImage, which frames a picture as training did", () =>
  expectNoLeak(async () => {
    const input = { kind: "picture", height: 8, width: 8, channels: 3, fit: "pad" } as const;
    const { exported, run } = await moduleOf(mlp({ inputShape: [8, 8, 3], hidden: [8], classes: 2 }), input);
    const image = sheet(40, 20);
    const picture = { width: 40, height: 20, channels: 3, data: onPaper(image) };
    expect(exported.predictImage?.(image)).toEqual(run(preparePicture(picture, input)));
  }));

it("moduleText(parts) of a table exports predictRow, which encodes a row as training did", () =>
  expectNoLeak(async () => {
    const rows = Array.from({ length: 40 }, (_, row) => ({
      rooms: row % 7 === 0 ? null : row % 6,
      city: row % 2 ? "Bern" : row % 3 ? "Genf" : "Chur",
      sold: row % 3 === 0,
      built: `20${10 + (row % 9)}-0${1 + (row % 9)}-11`,
      price: row * 20,
    }));
    const { preparation, inputShape } = await table(rows, { target: "price" });
    const encoding = preparation?.["encoding"] as TableEncoding;
    const model = mlp({ inputShape, hidden: [8], outputs: 1 });
    const { exported, types, run } = await moduleOf(model, { kind: "table", encoding });
    const known = { rooms: 4, city: "Genf", sold: true, built: "2014-05-11" };
    for (const row of [known, { ...known, rooms: null }, { ...known, city: "Rom", sold: false }]) {
      const { x } = encodeTable(await readTable([row]), encoding);
      expect(exported.predictRow?.(row)).toEqual(run(x.data));
    }
    expect(types).toContain('  readonly "rooms": number | null;\n');
    expect(types).toContain('"Bern" | "Genf" | "Chur" | (string & {}) | number | null;');
    expect(() => exported.predictRow?.({ ...known, rooms: "many" })).toThrow(
      '"many" cannot be read as rooms. Give what the column holds, or null where it is not known.',
    );
    expect(() => exported.predictRow?.({ ...known, rooms: [4] })).toThrow("and this one objects.");
    expect(() => exported.predictRow?.({ city: "Genf" })).toThrow('has no column "rooms"');
  }));

it("moduleText(parts) of numbers exports predict alone, and ends no comment early", () =>
  expectNoLeak(async () => {
    const input = { kind: "numbers", names: ["RM", "L*/STAT"] } as const;
    const { exported, script, types } = await moduleOf(
      mlp({ inputShape: [2], hidden: [3], outputs: 1 }),
      input,
    );
    expect(Object.keys(exported).sort()).toEqual(["inputShape", "predict"]);
    expect(script.startsWith("// A model. ")).toBe(true);
    expect(types).toContain("@param input RM, L* /STAT, in this order");
    expect(() => exported.predict([1])).toThrow("predict takes 2 values, the shape is [2], and got 1.");
  }));
