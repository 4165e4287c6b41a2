import type { Reporter, TestModule } from "vitest/node";

const MINUTES = 10;

/** A vitest reporter that names each test file that goes on for long: one whose process is blocked times out by no test of its own. */
export default class StuckReporter implements Reporter {
  readonly #timers = new Map<TestModule, NodeJS.Timeout>();

  onTestModuleStart(module: TestModule): void {
    const told = () => console.error(`${module.relativeModuleId} has been running for ${MINUTES} minutes`);
    this.#timers.set(module, setTimeout(told, MINUTES * 60_000).unref());
  }

  onTestModuleEnd(module: TestModule): void {
    clearTimeout(this.#timers.get(module));
    this.#timers.delete(module);
  }
}
