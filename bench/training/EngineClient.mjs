import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Talks to the process of one engine, a line of JSON each way. */
export class EngineClient {
  #process;
  #lines;

  constructor({ command, args, env }) {
    const stdio = ["pipe", "pipe", "ignore"];
    this.#process = spawn(command, args, { stdio, env: { ...process.env, ...env } });
    // One that is not installed ends before it answers.
    this.#process.on("error", () => {});
    this.#process.stdin.on("error", () => {});
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** The next answer; libraries may print other lines. */
  async answer() {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) return { error: "its process ended without an answer: is it installed?" };
      if (value.startsWith("{")) return JSON.parse(value);
    }
  }

  /** How many seconds some batches of a model take. */
  ask(spec, batchSize, batches) {
    this.#process.stdin.write(`${JSON.stringify({ spec, batchSize, batches })}\n`);
    return this.answer();
  }

  end() {
    this.#process.stdin.end();
    this.#process.kill();
  }
}
