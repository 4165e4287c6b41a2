// One engine in a process of its own, so that backends do not mix: `node engineProcess.mjs <module> <argument> <threads>`.
// A line of JSON in asks for some batches, a line out says how long they took, and what `run` gave as `outputs`.
import { createInterface } from "node:readline";

const [module, argument, threads] = process.argv.slice(2);
const answer = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const firstLine = (error) => (error instanceof Error ? error.message : String(error)).split("\n")[0];

try {
  const { start } = await import(module);
  const { prepare } = await start(argument, Number(threads));
  answer({ ready: module });
  let prepared = {};
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      const { spec, batchSize, batches } = JSON.parse(line);
      if (prepared.line !== line) prepared = { line, run: prepare(spec, batchSize, batches) };
      const [start, used] = [performance.now(), process.cpuUsage()];
      const given = await prepared.run();
      const { user, system } = process.cpuUsage(used);
      const seconds = (performance.now() - start) / 1000;
      answer({ seconds, processorSeconds: (user + system) / 1e6, outputs: given?.outputs });
    } catch (error) {
      answer({ error: firstLine(error) });
    }
  }
} catch (error) {
  answer({ error: firstLine(error) });
}
