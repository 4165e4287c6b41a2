import { UnreadablePicture } from "../UnreadablePicture.ts";

/** The brands of ISO media files (ISO 14496-12, `ftyp`) that hold pictures. */
const brands: Readonly<Record<string, string>> = {
  avif: "AVIF",
  avis: "AVIF",
  heic: "HEIC",
  heix: "HEIC",
  heim: "HEIC",
  heis: "HEIC",
  hevc: "HEIC",
  mif1: "HEIC",
  msf1: "HEIC",
};

/** Formats by how their files begin. */
const others: readonly (readonly [name: string, ...starts: string[]])[] = [
  ["TIFF", "II*\0", "MM\0*"],
  ["JPEG 2000", "\0\0\0\x0cjP  "],
  ["JPEG XL", "\xff\x0a", "\0\0\0\x0cJXL "],
  ["a Photoshop document", "8BPS"],
  ["an icon", "\0\0\x01\0"],
  ["an icon", "icns"],
  ["PDF", "%PDF"],
  ["PostScript", "%!PS"],
  ["a texture", "DDS "],
];

/** Netpbm begins with a digit that tells the kind, and a white space; a remark may follow. */
const netpbm: readonly (readonly [name: string, start: RegExp])[] = [
  ["PBM", /^P[14]\s/],
  ["PGM", /^P[25]\s/],
  ["PPM", /^P[36]\s/],
  ["PAM", /^P7\n/],
  ["PFM", /^P[Ff]\s/],
];

/** @throws {UnreadablePicture} always: says what a file is that is none of the formats read here */
export function refuseOther(bytes: Uint8Array): never {
  const start = Array.from(bytes.subarray(0, 512), (byte) => String.fromCharCode(byte)).join("");
  const brand = start.slice(4, 8) === "ftyp" ? brands[start.slice(8, 12)] : undefined;
  const [other] =
    others.find(([, ...starts]) => starts.some((signature) => start.startsWith(signature))) ??
    netpbm.find(([, pattern]) => pattern.test(start)) ??
    [];
  const text = start.replace(/^\xef\xbb\xbf/, "").trimStart();
  const page = /^(?:<!doctype html|<html|<head|<body)/i.test(text);
  const known = brand ?? other ?? (!page && /<svg\b/.test(text) ? "SVG" : undefined);
  if (known !== undefined) {
    throw new UnreadablePicture(
      "unsupported-format",
      `is ${known}, which is not read: save it as JPEG or PNG`,
    );
  }
  if (page) {
    throw new UnreadablePicture("not-a-picture", "is a web page, not a picture: download the picture itself");
  }
  throw new UnreadablePicture(
    "not-a-picture",
    "is no picture: its first bytes are of no format that is read",
  );
}
