import type { Reporter, TestModule } from "vitest/node";

/**
 * A vitest reporter that ends a run with one line for each test that failed, one for each reason why tests were skipped, and one
 * with the counts: `N passed, N failed, N skipped`. `.ci/run` repeats the first at its own end, where a log that was cut still has them.
 */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    const reasons = new Map<string, number>();
    const failed = (name: string, errors: readonly { readonly message?: string }[] = []) =>
      console.log(`failed: ${name}: ${errors[0]?.message?.split("\n")[0] ?? "no message"}`);
    for (const error of unhandledErrors) failed("outside any test", [error as Error]);
    for (const module of modules) {
      if (module.errors().length > 0) {
        counts.failed += 1;
        failed(module.relativeModuleId, module.errors());
      }
      for (const test of module.children.allTests()) {
        const result = test.result();
        counts[result.state] += 1;
        if (result.state === "failed") failed(`${module.relativeModuleId} > ${test.fullName}`, result.errors);
        if (result.state !== "skipped") continue;
        const reason = result.note ?? "no reason given";
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    }
    for (const [reason, count] of reasons) console.log(`skipped ${count}: ${reason}`);
    console.log(
      `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped`,
    );
  }
}
