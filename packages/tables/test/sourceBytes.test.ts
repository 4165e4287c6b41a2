import { expect, it, vi } from "vitest";
import { requireSize, sourceBytes } from "../src/read/sourceBytes.ts";

const limit = 512 * 1024 * 1024;

it("sourceBytes(source) gives bytes as they are, and reads a Blob and an address", async () => {
  const bytes = new TextEncoder().encode("a,b\n1,2\n");
  expect(await sourceBytes(bytes)).toBe(bytes);
  expect(await sourceBytes(new Blob([bytes]))).toEqual(bytes);
  expect(await sourceBytes("data:text/csv,a%2Cb%0A1%2C2%0A")).toEqual(bytes);
});

it.for(["http://example.org/a.csv", "https://example.org/a.csv", "blob:https://example.org/1"])(
  "sourceBytes(%j) says what the address answers, or that it could not be reached",
  async (address) => {
    const fetch = vi.spyOn(globalThis, "fetch");
    fetch.mockResolvedValueOnce(new Response("", { status: 404, statusText: "Not Found" }));
    await expect(sourceBytes(address)).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: `${address} answers 404 Not Found.`,
    });
    const cause = new TypeError("fetch failed");
    fetch.mockRejectedValueOnce(cause);
    await expect(sourceBytes(address)).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: `${address} could not be reached.`,
      cause,
    });
    fetch.mockResolvedValueOnce(new Response("a"));
    expect(await sourceBytes(address)).toEqual(new Uint8Array([97]));
  },
);

it.for(["ahttps://example.org", "./data:a.csv", "httpx.csv"])(
  "sourceBytes(%j) takes it for a path",
  async (path) => {
    const fetch = vi.spyOn(globalThis, "fetch");
    await expect(sourceBytes(path)).rejects.toThrow(`${path} cannot be read`);
    expect(fetch).not.toHaveBeenCalled();
  },
);

it("sourceBytes(blob) looks at the size before it reads", async () => {
  const large = Object.defineProperty(new Blob(), "size", { value: limit + 1 });
  await expect(sourceBytes(large)).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
});

it("requireSize(bytes) lets the limit itself pass", () => {
  expect(() => requireSize(limit)).not.toThrow();
  expect(() => requireSize(limit + 1)).toThrow(
    expect.objectContaining({
      code: "LIMIT_EXCEEDED",
      message: `The table has ${limit + 1} bytes or more, and the limit is ${limit}. Take a part of its rows or columns.`,
    }),
  );
});
