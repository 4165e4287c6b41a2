/** A size as people say it: `11.6 MB`, `49.1 kB`, `170 MB`. */
export function byteText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [size, unit] = bytes < 999_500 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${size.toFixed(size < 99.95 ? 1 : 0)} ${unit}`;
}
