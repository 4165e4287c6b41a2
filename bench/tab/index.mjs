// `npm run bench:tab`: a recipe in a tab of Chromium, through the web app, beside the same in Node, in turns.
import { loadavg } from "node:os";
import { integerOption, readArguments } from "../readArguments.mjs";
import { median } from "../training/median.mjs";
import { trainInNode } from "./trainInNode.mjs";
import { openTab } from "./openTab.mjs";

const usage = `Trains the first steps of a recipe in a tab of Chromium, by a click in the web app, and in Node with as many threads, in turns, and prints how
many samples a second each takes: of the steps after the first one, which warms up.

npm run bench:tab -- [recipe] [--steps n] [--rounds n]

  recipe         which (default: cifar10-airbench-93)
  --steps <n>    how many steps a turn has (default: 6)
  --rounds <n>   turns of each (default: 3)

Needs Chromium, in CHROMIUM_PATH where it is not found, and MINIBATCH_MIRROR, a folder with the real files.`;

const text = { type: "string" };
const config = { allowPositionals: true, options: { steps: text, rounds: text } };
const { recipe, steps, rounds } = readArguments(usage, config, ({ values, positionals }) => {
  if (!process.env["MINIBATCH_MIRROR"])
    throw new Error("set MINIBATCH_MIRROR to a folder with the real files");
  return {
    recipe: positionals[0] ?? "cifar10-airbench-93",
    steps: integerOption(values, "steps", 2) ?? 6,
    rounds: integerOption(values, "rounds", 1) ?? 3,
  };
});

const tab = await openTab();
try {
  const speeds = { tab: [], node: [] };
  for (let round = 0; round < rounds; round += 1) {
    // The tab goes first in the first round: it says how many threads it has.
    for (const place of round % 2 === 0 ? ["tab", "node"] : ["node", "tab"]) {
      const { device, samplesPerSecond } =
        place === "tab" ? await tab.train(recipe, steps) : await trainInNode(recipe, steps, tab.threads());
      speeds[place].push(samplesPerSecond);
      console.log(`round ${round + 1}, ${place}: ${samplesPerSecond.toFixed(1)} samples/s, ${device}`);
    }
  }
  const [inTab, inNode] = [median(speeds.tab), median(speeds.node)];
  console.log(
    `${recipe}, ${steps} steps, load ${loadavg()[0]?.toFixed(1)}: tab ${inTab.toFixed(1)} samples/s, Node ${inNode.toFixed(1)}; ` +
      `tab over Node ${(inTab / inNode).toFixed(2)}`,
  );
} finally {
  await tab.close();
}
