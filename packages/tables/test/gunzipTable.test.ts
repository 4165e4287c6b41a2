import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { gunzipTable } from "../src/read/gunzipTable.ts";

/** Letters that do not repeat, so that they come unzipped in several pieces. */
const letters = Uint8Array.from(
  { length: 300_000 },
  (_, index) => 97 + ((index * index * 31 + (index >> 5)) % 26),
);

it("gunzipTable(bytes) joins all pieces of what comes unzipped", async () => {
  expect(Buffer.from(await gunzipTable(new Uint8Array(gzipSync(letters)))).equals(letters)).toBe(true);
});

it.for([[[0x1f, 0x2c, 0x31]], [[0x31, 0x8b, 0x2c]], [[]]])(
  "gunzipTable(%j) gives back what is not zipped",
  async ([bytes = []]) => {
    const given = new Uint8Array(bytes);
    expect(await gunzipTable(given)).toBe(given);
  },
);

it("gunzipTable(bytes) says how far it came in a file that ends early, which differs from one runtime to another", async () => {
  const zipped = gzipSync(letters);
  const failure = gunzipTable(new Uint8Array(zipped.subarray(0, zipped.length - 8)));
  await expect(failure).rejects.toMatchObject({
    code: "INVALID_FORMAT",
    message: expect.stringMatching(
      /^The file begins as gzip, but cannot be unzipped after \d+ bytes: it is damaged or incomplete\.$/,
    ),
    cause: expect.any(Error),
  });
});
