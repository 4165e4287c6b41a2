import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProgress } from "../src/loadProgress.ts";
import { createSession } from "../src/Session.ts";

function session(isTTY: boolean) {
  const written = { text: "" };
  const stream = { isTTY, write: (text: string) => (written.text += text) };
  const signal = new AbortController().signal;
  return {
    written,
    ...createSession({ stdout: stream, stderr: stream, env: { NO_COLOR: "1" }, cwd: "/", signal }, {}),
  };
}

const file = { file: "train-images-idx3-ubyte.gz", totalBytes: 9_912_422 };

describe("loadProgress(session)", () => {
  it("draws a bar on a terminal", () => {
    const { written, ...one } = session(true);
    loadProgress(one)({ ...file, source: "https://a.example/", loadedBytes: 4_956_211 });
    expect(written.text).toContain(`${"━".repeat(12)}${"╌".repeat(12)} 9.9 MB`);
  });

  it("writes one line for a file that came from a mirror, and none for one that was here", () => {
    const { written, ...one } = session(false);
    const show = loadProgress(one);
    for (const loadedBytes of [0, 9_912_422, 9_912_422])
      show({ ...file, source: "https://a.example/", loadedBytes });
    show({ file: "labels.gz", totalBytes: 5, source: "cache", loadedBytes: 5 });
    expect(written.text).toBe("train-images-idx3-ubyte.gz  9.9 MB from https://a.example/\n");
  });

  it("says once of a download, and only of that, that the cache of a user without a home may not last", () => {
    const { written, ...one } = session(false);
    const folder = join(tmpdir(), "minibatch-54321");
    const show = loadProgress({ ...one, cache: { ...one.cache, folder } });
    show({ file: "labels.gz", totalBytes: 5, source: "cache", loadedBytes: 5 });
    expect(written.text).toBe("");
    for (const name of ["a.gz", "b.gz"]) show({ ...file, file: name, source: "m", loadedBytes: 9_912_422 });
    expect(written.text.split("\n").filter((line) => line.includes("no home folder"))).toEqual([
      `Kept in ${folder}, since this user has no home folder. Name a lasting one with --cache-dir or MINIBATCH_CACHE.`,
    ]);
  });
});
