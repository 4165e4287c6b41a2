import { expect, it } from "vitest";
import { type EventLog, logTraining } from "../src/index.ts";

/** A log that keeps what it is told. */
function recorder(): { readonly log: EventLog; readonly calls: unknown[] } {
  const calls: unknown[] = [];
  const keep =
    (name: string) =>
    (...given: unknown[]): void =>
      void calls.push([name, ...given]);
  return {
    calls,
    log: {
      scalars: keep("scalars"),
      image: keep("image"),
      text: keep("text"),
      hyperparameters: keep("hyperparameters"),
      end: keep("end"),
      restart: keep("restart"),
    },
  };
}

const batch = (epoch: number, number: number) => ({
  type: "batch",
  epoch,
  batch: number,
  batches: 3,
  logs: { loss: number },
});

it("logTraining(log) logs every so many batches, the last of each epoch, and each epoch", () => {
  const { log, calls } = recorder();
  const listen = logTraining(log, { everyBatches: 2 });
  for (const number of [1, 2, 3]) listen(batch(1, number));
  listen({ type: "epoch", epoch: 1, logs: { loss: 2, valLoss: 3 } });
  listen({ type: "stop" });
  expect(calls).toEqual([
    ["scalars", 2, { "batch/loss": 2 }],
    ["scalars", 3, { "batch/loss": 3 }],
    ["scalars", 1, { "epoch/loss": 2, "epoch/valLoss": 3 }],
  ]);
});

it("logTraining(log) says where training goes on that did not begin with this log", () => {
  const { log, calls } = recorder();
  const listen = logTraining(log);
  listen(batch(3, 2));
  listen(batch(3, 3));
  expect(calls).toEqual([
    ["restart", 8],
    ["scalars", 9, { "batch/loss": 3 }],
  ]);
});
