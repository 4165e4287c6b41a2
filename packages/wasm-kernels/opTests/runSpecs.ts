// Runs tfjs-core's own tests on its WASM backend, without or with the kernels, and writes down what came of each.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bootJasmine } from "./bootJasmine.ts";
import { prepareBackend } from "./prepareBackend.ts";
import type { OpTestsResult, OpTestsRun } from "./OpTestsRun.ts";

async function main() {
  const { kernels, wasmFile, folder } = JSON.parse(process.argv[2] ?? "") as OpTestsRun;
  const env = bootJasmine();
  const { setTestEnvs } = await import("@tensorflow/tfjs-core/dist/jasmine_util.js");
  setTestEnvs([{ name: "test-wasm", backendName: "wasm", isDataSync: true }]);
  await import("@tensorflow/tfjs-core/dist/register_all_gradients.js");
  await import("@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js");
  prepareBackend(wasmFile, folder, kernels);
  await import("@tensorflow/tfjs-core/dist/tests.js");

  const passed: string[] = [];
  const failed: Record<string, string> = {};
  // Some names occur more than once.
  const seen = new Map<string, number>();
  env.configure({ random: false });
  env.addReporter({
    specDone({ fullName, status, failedExpectations }) {
      if (status !== "passed" && status !== "failed") return;
      const count = (seen.get(fullName) ?? 0) + 1;
      seen.set(fullName, count);
      const name = count === 1 ? fullName : `${fullName} #${count}`;
      if (status === "passed") passed.push(name);
      else failed[name] = failedExpectations[0]?.message ?? "";
    },
  });
  await env.execute();
  const result: OpTestsResult = { passed, failed };
  writeFileSync(join(folder, "result.json"), JSON.stringify(result));
  process.exit(0);
}

void main();
