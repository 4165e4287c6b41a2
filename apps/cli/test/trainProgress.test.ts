import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createSession } from "../src/Session.ts";
import { trainProgress } from "../src/train/trainProgress.ts";

function progress(isTTY: boolean) {
  const written = { text: "" };
  const stream = { isTTY, write: (text: string) => (written.text += text) };
  const signal = new AbortController().signal;
  const io = { stdout: stream, stderr: stream, env: { NO_COLOR: "1" }, cwd: "/", signal };
  return { written, show: trainProgress(createSession(io, {})) };
}

const batch = {
  type: "batch",
  epoch: 1,
  epochs: 4,
  batch: 5,
  batches: 10,
  logs: { loss: 0.5, accuracy: 0.75 },
} as const;
const logs = { loss: 0.25, accuracy: 0.9, valLoss: 0.3, valAccuracy: 0.875 };

describe("trainProgress(session)", () => {
  it("draws the running epoch on a terminal", () => {
    const { written, show } = progress(true);
    show(batch);
    expect(written.text).toContain(
      `Epoch 1/4 ${"━".repeat(11)}${"╌".repeat(11)} loss 0.5000  accuracy 75.00 %`,
    );
  });

  it("tells the time left from the fourth batch on", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const { written, show } = progress(true);
    for (const number of [1, 2, 3]) show({ ...batch, batch: number });
    expect(written.text).not.toContain("ETA");
    vi.advanceTimersByTime(100);
    show({ ...batch, batch: 4 });
    // 36 of 40 batches of 0.1 s.
    expect(written.text).toContain("ETA 3.6 s");
  });

  it("says once how long it takes, off a terminal too, after a second and where it takes long", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const long = progress(false);
    for (const number of [1, 2, 3]) long.show({ ...batch, batch: number });
    vi.advanceTimersByTime(900);
    long.show({ ...batch, batch: 4 });
    expect(long.written.text).toBe("");
    for (const number of [5, 6]) {
      vi.advanceTimersByTime(900);
      long.show({ ...batch, batch: number });
    }
    expect(long.written.text).toBe("about 30 s to go for all epochs\n");
    const short = progress(false);
    for (const number of [1, 2, 3, 4, 5]) {
      vi.advanceTimersByTime(260);
      short.show({ ...batch, batch: number });
    }
    expect(short.written.text).toBe("");
  });

  it("writes the mean absolute error of a regression in place of the accuracy", () => {
    const { written, show } = progress(false);
    const errors = { loss: 54.5, mae: 5.25, valLoss: 75, valMae: 6 };
    show({ type: "epoch", epoch: 9, epochs: 9, logs: errors, seconds: 1, samplesPerSecond: 282 });
    expect(written.text).toBe("Epoch 9/9  loss 54.5000  mae 5.2500  val 75.0000 6.0000  1.0 s, 282/s\n");
  });

  it("says when training stopped early, and which weights the model has", () => {
    const { written, show } = progress(false);
    const stop = { type: "stop", epoch: 7, epochs: 20, monitor: "valLoss", best: 0.3, bestEpoch: 4 } as const;
    show({ ...stop, reason: "lastEpoch", restored: true });
    expect(written.text).toBe("");
    show({ ...stop, reason: "noImprovement", restored: true });
    expect(written.text).toBe(
      "Stopped after epoch 7: valLoss was best after epoch 4, whose weights are taken.\n",
    );
  });

  it("writes a line for each epoch, on a terminal or not", () => {
    const { written, show } = progress(false);
    show(batch);
    show({ type: "epoch", epoch: 1, epochs: 12, logs, seconds: 2.5, samplesPerSecond: 24_000.4 });
    expect(written.text).toBe(
      "Epoch  1/12  loss 0.2500  accuracy 90.00 %  val 0.3000 87.50 %  2.5 s, 24,000/s\n",
    );
  });

  it("draws the test on a terminal, and writes a line of one that takes long elsewhere", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const terminal = progress(true);
    terminal.show({ type: "test", done: 2500, total: 10_000 });
    expect(terminal.written.text).toContain("╌ 2,500 of 10,000");
    const { written, show } = progress(false);
    show({ type: "test", done: 1000, total: 10_000 });
    vi.advanceTimersByTime(15_000);
    show({ type: "test", done: 1250, total: 10_000 });
    expect(written.text).toBe("");
    vi.advanceTimersByTime(15_000);
    show({ type: "test", done: 2500, total: 10_000 });
    expect(written.text).toBe("Testing 2,500 of 10,000  ETA 2 min 30 s\n");
    show({ type: "test", done: 2600, total: 10_000 });
    expect(written.text.trim().split("\n")).toHaveLength(1);
  });
});
