import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import type { CommandContext } from "../src/worker/Command.ts";
import { inTurn } from "../src/worker/inTurn.ts";

function context(signal: AbortSignal = new AbortController().signal): CommandContext<unknown> {
  return { signal, emit: () => {}, base: "" };
}

/** Two commands that note when they begin and end. */
function notingCommands() {
  const events: string[] = [];
  const command = (kind: string) =>
    inTurn(async (name: string) => {
      events.push(`${kind} ${name}`);
      await wait(5);
      events.push(`${kind} ${name} done`);
      if (name === "broken") throw new Error("it broke");
      return name;
    });
  return { events, open: command("open"), predict: command("predict") };
}

it("inTurn(command) begins a command when those before it have ended, whichever they are", async () => {
  const { events, open, predict } = notingCommands();
  const all = Promise.all([open("a", context()), open("b", context()), predict("x", context())]);
  expect(await all).toEqual(["a", "b", "x"]);
  expect(events).toEqual(["open a", "open a done", "open b", "open b done", "predict x", "predict x done"]);
});

it("inTurn(command) goes on after one that fails", async () => {
  const { open, predict } = notingCommands();
  const broken = open("broken", context());
  const next = predict("x", context());
  await expect(broken).rejects.toThrow("it broke");
  expect(await next).toBe("x");
});

it("inTurn(command) never begins what was aborted while it waited", async () => {
  const { events, open } = notingCommands();
  const controller = new AbortController();
  const first = open("a", context());
  const second = open("b", context(controller.signal));
  const third = open("c", context());
  controller.abort();
  await expect(second).rejects.toThrow(controller.signal.reason as Error);
  expect([await first, await third]).toEqual(["a", "c"]);
  expect(events).not.toContain("open b");
});
