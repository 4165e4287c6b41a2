// In a process of its own: it puts another `node:os` in place.
import type * as os from "node:os";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { folderCache } from "../src/caches/folderCache.node.ts";
import { homeFolder } from "../src/caches/homeFolder.node.ts";
import { kerasCache } from "../src/caches/kerasCache.node.ts";

// As for a user id that nobody has given a name, in a container that sets no HOME.
vi.mock("node:os", async (importOriginal) => ({
  ...(await importOriginal<typeof os>()),
  homedir: vi.fn(() => {
    throw new Error("A system error occurred: uv_os_homedir returned ENOENT (no such file or directory)");
  }),
}));

afterEach(() => void vi.unstubAllEnvs());

test("homeFolder() is the home of the user, or none", () => {
  expect(homeFolder()).toBeUndefined();
  vi.mocked(homedir).mockReturnValueOnce("/home/somebody");
  expect(homeFolder()).toBe("/home/somebody");
});

test("folderCache() of a user without a home is where the environment says, else a temporary folder of its own", () => {
  vi.stubEnv("XDG_CACHE_HOME", "");
  expect(folderCache().folder).toBe(join(tmpdir(), `minibatch-${process.getuid?.() ?? "cache"}`));
  vi.stubEnv("XDG_CACHE_HOME", "/var/cache");
  expect(folderCache().folder).toBe("/var/cache/minibatch");
});

test("kerasCache() of a user without a home holds nothing", async () => {
  vi.stubEnv("KERAS_HOME", "");
  expect(await kerasCache().get("mnist/train-images-idx3-ubyte.gz")).toBeUndefined();
});
