/** How files begin that people take for a PNG or JPEG, also because they are named so. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^GIF8/, "a GIF"],
  [/^RIFF[^]{4}WEBP/, "a WebP"],
  [/^BM/, "a BMP"],
  [/^[^]{4}ftyp(hei[cxms]|hev|mif1|msf1)/, "a HEIC, as phones take them"],
  [/^[^]{4}ftypavi/, "an AVIF"],
  [/^(II\*\0|MM\0\*)/, "a TIFF"],
  [/^%PDF/, "a PDF"],
  [/^\s*(<\?xml[^>]*>\s*)?<(!doctype svg|svg)/i, "an SVG drawing"],
];

/** What a file is that is no PNG or JPEG, and what to do. */
export function otherFormat(bytes: Uint8Array): string {
  if (bytes.length === 0)
    return "it is empty, 0 bytes long, and neither a PNG nor a JPEG: copy or download it again";
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const [, format] = formats.find(([beginning]) => beginning.test(start)) ?? [];
  if (format === undefined && /^\s*</.test(start)) {
    return "it is neither a PNG nor a JPEG, but a web page, such as a server sends in place of an image: download it again";
  }
  if (format === undefined) return "it is neither a PNG nor a JPEG";
  return `it is neither a PNG nor a JPEG, but ${format}. Open it in a picture program and save it as PNG`;
}
