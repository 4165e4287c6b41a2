import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const run = (subject, ...args) => {
  const file = fileURLToPath(new URL(`../${subject}/index.mjs`, import.meta.url));
  return spawnSync(process.execPath, [file, ...args], { encoding: "utf8" });
};

it.each(["training", "reproduction"])(
  "the benchmark %s --help prints what it takes and ends with 0",
  (subject) => {
    const { status, stdout, stderr } = run(subject, "--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: npm run ");
  },
);

it.each([
  ["training", ["--models", "mlp,vgg"], /^error: expected --models to be some of mlp, cnn, .* got vgg\n/],
  [
    "training",
    ["--engines", "theano"],
    /^error: expected --engines to be some of minibatch-wasm, .* got theano\n/,
  ],
  ["training", ["--fast"], /^error: Unknown option '--fast'/],
  ["reproduction", ["mnist-cnm"], /^error: There is no recipe "mnist-cnm"/],
  ["reproduction", ["--seeds", "none"], /^error: expected --seeds to be an integer from 1 on, got none\n/],
])("the benchmark %s says in a line what is wrong with %j, and ends with 2", (subject, args, message) => {
  const { status, stdout, stderr } = run(subject, ...args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain("    at ");
});
