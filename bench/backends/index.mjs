// `fit` on the node backend beside what tfjs-node offers itself, in one run: `npm run bench:backends`. See README.md.
import { availableParallelism, cpus } from "node:os";
import { delimiter, join } from "node:path";
import { setupBackend } from "@minibatch/backends/setup";
import { compareEngines } from "./compareEngines.mjs";

/** What `fit` has to be ahead by. */
const GOAL = 1.15;
const turns = 11;
const seconds = 1.5;

const { folder, version } = await setupBackend("node", {
  onStep: ({ title, state }) => console.error(`${state}  ${title}`),
});
// Where the process of stock tfjs-node finds it.
process.env["NODE_PATH"] = [join(folder, "node_modules"), process.env["NODE_PATH"]]
  .filter(Boolean)
  .join(delimiter);

const { rates, ratio, spread } = await compareEngines(["minibatch-node", "tfjs-node"], "mlp", {
  turns,
  seconds,
});
const rate = (value) => Math.round(value).toLocaleString("en");
const rows = [
  ["engine", "samples/s", `least and most of ${turns} turns`],
  ["---", "---:", "---:"],
  ...rates.map(({ name, median, least, most }) => [name, rate(median), `${rate(least)} to ${rate(most)}`]),
];
console.log(
  `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}, TensorFlow ${version}.\n`,
);
console.log(rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
console.log(
  `\nfit is ${ratio.toFixed(2)} times model.fit; turn by turn ${spread.map((part) => part.toFixed(2)).join(" to ")}. Goal: ${GOAL}.`,
);
if (ratio < GOAL) process.exitCode = 1;
