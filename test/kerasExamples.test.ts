import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";

const run = promisify(execFile);

/** Runs each program in a module of its own, all in one process, and writes what they print as JSON. */
const runner = `
import contextlib, io, json, sys
printed = []
for code in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "example", "exec"), {"__name__": "__main__"})
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
`;

/** Programs that print; others are a few lines of a larger one. */
const examples = readdirSync("docs/guides")
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) =>
    [...readFileSync(`docs/guides/${name}`, "utf8").matchAll(/^```python\n(.*?)^```$/gms)].map(
      ([, code = ""]) => ({ name, code }),
    ),
  )
  .filter(({ code }) => code.includes("print("));

/** What the comments beside and right below each `print` promise. */
function promisedLines(code: string): string[] {
  let printing = false;
  return code.split("\n").flatMap((line) => {
    const [, promised] = /^(?:\s*print\(.*\)  )?# (.*)$/.exec(line) ?? [];
    printing = /^\s*print\(/.test(line) || (printing && promised !== undefined);
    return printing && promised !== undefined ? [promised] : [];
  });
}

it("every Python program of the guides prints what it promises, with Keras", {
  timeout: 300_000,
}, async (context) => {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3", CUDA_VISIBLE_DEVICES: "" };
  const hasKeras = await run("python3", [
    "-c",
    "import importlib.util as u, sys; sys.exit(not (u.find_spec('keras') and u.find_spec('tensorflow')))",
  ]).then(
    () => true,
    () => false,
  );
  if (!hasKeras) context.skip("the Python examples need python3 with Keras: pip install keras tensorflow");
  expect(examples.length).toBeGreaterThan(0);
  // They write into a folder of their own.
  const cwd = await temporaryFolder();
  const running = run("python3", ["-c", runner], { cwd, env, maxBuffer: 1e7 });
  running.child.stdin?.end(JSON.stringify(examples.map(({ code }) => code)));
  const printed: readonly string[] = JSON.parse((await running).stdout);
  for (const [index, { name, code }] of examples.entries()) {
    expect(printed[index]?.trim().split("\n"), name).toEqual(promisedLines(code));
  }
});
