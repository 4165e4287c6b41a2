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
});
