import fc from "fast-check";
import { expect, it } from "vitest";
import { readTable, type TableError } from "../../src/index.ts";
import reference from "../reference/parquet.json" with { type: "json" };

const file = (name: keyof typeof reference) => new Uint8Array(Buffer.from(reference[name], "base64"));

it.for(["snappy", "gzip", "zstd", "brotli", "lz4"] as const)(
  "readTable(bytes) of Parquet by %s whose bytes are damaged gives a table or an error, and never hangs",
  async (name) => {
    // Behind the magic number, before the length of the metadata.
    const bits = fc.integer({ min: 8 * 4, max: 8 * (file(name).length - 8) - 1 });
    await fc.assert(
      fc.asyncProperty(bits, async (bit) => {
        const bytes = file(name);
        const view = new DataView(bytes.buffer, bytes.byteOffset);
        view.setUint8(bit >> 3, view.getUint8(bit >> 3) ^ (1 << (bit & 7)));
        const outcome = await readTable(bytes).then(
          ({ rows }) => rows.length,
          (error: unknown) => (error as TableError).code,
        );
        expect([20, "INVALID_FORMAT", "UNSUPPORTED", "LIMIT_EXCEEDED"]).toContain(outcome);
      }),
      { seed: 1, numRuns: 100 },
    );
  },
);
