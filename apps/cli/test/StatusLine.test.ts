import { describe, expect, it } from "vitest";
import { createStatusLine } from "../src/terminal/StatusLine.ts";

function recorder(isTTY: boolean, columns?: number) {
  const stream = { isTTY, columns, text: "", write: (text: string) => (stream.text += text) };
  return stream;
}

describe("createStatusLine(stream, quiet)", () => {
  it("redraws one line on a terminal, and takes it away before a line that stays", () => {
    const stream = recorder(true);
    const status = createStatusLine(stream, false);
    status.update(() => "half");
    status.print("done");
    expect(stream.text).toBe("\rhalf\u001B[K\r\u001B[Kdone\n");
  });

  it("draws no wider than the terminal", () => {
    const stream = recorder(true, 3);
    createStatusLine(stream, false).update(() => "half");
    expect(stream.text).toBe("\rhal\u001B[K");
  });

  it("draws no more often than anyone can see", () => {
    const stream = recorder(true);
    const status = createStatusLine(stream, false);
    for (let step = 0; step < 1000; step++) status.update(() => "x");
    expect(stream.text.match(/x/g)?.length).toBeLessThan(10);
  });

  it("writes only lines that stay elsewhere", () => {
    const stream = recorder(false);
    const status = createStatusLine(stream, false);
    status.update(() => "half");
    status.print("done");
    status.clear();
    expect(stream.text).toBe("done\n");
  });

  it("says nothing when quiet", () => {
    const stream = recorder(true);
    const status = createStatusLine(stream, true);
    status.update(() => "half");
    status.print("done");
    expect(stream.text).toBe("");
  });
});
