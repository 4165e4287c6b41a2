/**
 * Where a table comes from: a path (in Node) or an address, the bytes of a file, a `File` that was dropped on a page, or rows that are
 * at hand, an object each.
 */
export type TableSource = string | Uint8Array | Blob | readonly Readonly<Record<string, unknown>>[];
