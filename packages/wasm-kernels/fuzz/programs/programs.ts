import type { FuzzKind } from "../FuzzKind.ts";
import { describeProgram } from "./describeProgram.ts";
import type { Program } from "./Instruction.ts";
import { makeProgram } from "./makeProgram.ts";
import { runProgram } from "./runProgram.ts";
import { smallerPrograms } from "./smallerPrograms.ts";

/** Programs of operations, most of which the kernels put off. */
export const programs: FuzzKind<Program> = {
  make: makeProgram,
  run: runProgram,
  smaller: smallerPrograms,
  describe: describeProgram,
  tolerance: 1e-4,
};
