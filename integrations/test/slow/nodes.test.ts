import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { expectRuns } from "../expectRuns.ts";
import { installNode } from "../installNode.ts";
import { installProject } from "../installProject.ts";
import { requireOtherNodes } from "../requireOtherNodes.ts";
import { run } from "../run.ts";

it.for([22, 24, 25, 26])(
  "Node %d trains with all cores, and listBackends() there asks nobody for anything",
  async (major, context) => {
    requireOtherNodes(context);
    const project = await installProject("node");
    const program = await installNode(project, major);
    const version = (await run(project, program, "--version")).trim();
    await expectRuns(`Node ${version.slice(1)}`, project, [program]);
  },
);

it.for([24, 25, 26])(
  "Node %d computes with vectors of 256 bits where the processor has them, and trains to the same bits without",
  async (major, context) => {
    requireOtherNodes(context);
    const project = await installProject("node");
    const program = await installNode(project, major);
    const [wide, usual] = JSON.parse(await run(project, program, "wide.js"));
    expect(wide.wide).toBe(process.arch === "x64" && / avx2 /.test(readFileSync("/proc/cpuinfo", "utf8")));
    expect(usual).toEqual({ wide: false, weights: wide.weights });
    // Whoever gives V8 flags about WebAssembly is left alone.
    const [left] = JSON.parse(await run(project, program, "--no-experimental-wasm-revectorize", "wide.js"));
    expect(left).toEqual(usual);
  },
);
