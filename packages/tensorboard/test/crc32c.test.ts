import { expect, it } from "vitest";
import { crc32c } from "../src/records/crc32c.ts";

// RFC 3720, B.4, and the check value of the polynomial.
it.each([
  ["32 zeros", new Uint8Array(32), 0x8a9136aa],
  ["32 bytes of ones", new Uint8Array(32).fill(255), 0x62a8ab43],
  ["0 to 31", Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ["123456789", new TextEncoder().encode("123456789"), 0xe3069283],
  ["nothing", new Uint8Array(), 0],
])("crc32c(bytes) is the published one for %s", (_, bytes, crc) => {
  expect(crc32c(bytes)).toBe(crc);
});
