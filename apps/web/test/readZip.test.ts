import { type Zippable, zipSync } from "fflate";
import { expect, it } from "vitest";
import { crc32 } from "../src/worker/crc32.ts";
import { readZip } from "../src/worker/readZip.ts";

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const zip = (files: Zippable): Uint8Array<ArrayBuffer> => zipSync(files);
const most = 1024 ** 2;

it("crc32(bytes) gives the check value of its definition", () => {
  expect(crc32(text("123456789"))).toBe(0xcb_f4_39_26);
  expect(crc32(new Uint8Array())).toBe(0);
});

it("readZip(name, bytes, most) gives the files of a zip, stored and deflated, without the folders", () => {
  const long = text("again and again ".repeat(1000));
  const bytes = zip({
    "run/": new Uint8Array(),
    "run/long.txt": long,
    "run/as-it-is.txt": [text("abc"), { level: 0 }],
  });
  const files = readZip("a.zip", bytes, most);
  expect(files.map(({ path }) => path)).toEqual(["run/long.txt", "run/as-it-is.txt"]);
  expect(files[0]?.bytes).toEqual(long);
  expect(files[1]?.bytes).toEqual(text("abc"));
});

/** The text of all files in a zip, or the code with which it is refused. */
function outcomeOf(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return readZip("a.zip", bytes, most)
      .map((file) => new TextDecoder().decode(file.bytes))
      .join("");
  } catch (error) {
    return String((error as { readonly code?: unknown }).code ?? error);
  }
}

it("readZip(name, bytes, most) never gives a file other than it was, whichever bit is turned", () => {
  const contents = "weights, weights and weights again";
  for (const level of [0, 9] as const) {
    const whole = zip({ "weights.bin": [text(contents), { level }] });
    for (let bit = 0; bit < 8 * whole.length; bit += 1) {
      const bytes = whole.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const outcome = outcomeOf(bytes);
      const refused = ["NOT_A_ZIP", "CHANGED_IN_ZIP", "ZIP_TOO_LARGE"].includes(outcome);
      expect(refused || outcome === contents || outcome === "", `bit ${bit}: ${outcome}`).toBe(true);
    }
  }
});

it("readZip(name, bytes, most) names the file that was changed", () => {
  const bytes = zip({ "weights.bin": [text("aaaaaaaa"), { level: 0 }] });
  bytes[bytes.indexOf(97)] = 98;
  expect(() => readZip("saved.zip", bytes, most)).toThrow(
    "weights.bin in saved.zip does not match its checksum, so it was changed or is damaged: save or copy it again.",
  );
});

it("readZip(name, bytes, most) refuses what unpacks to more, before it unpacks it", () => {
  const bytes = zip({ "zeros.bin": new Uint8Array(3 * most) });
  expect(bytes.length).toBeLessThan(10_000);
  expect(() => readZip("a.zip", bytes, most)).toThrow("a.zip holds more than 1 MB");
  expect(() => readZip("b.zip", text("no zip") as Uint8Array<ArrayBuffer>, most)).toThrow(
    "b.zip is no zip file, or it is damaged",
  );
});
