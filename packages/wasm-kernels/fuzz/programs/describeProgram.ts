import type { Instruction, Program, TensorId } from "./Instruction.ts";

/** Writes a program down, a step a line. */
export function describeProgram(program: Program): string[] {
  return program.flatMap(lines);
}

function lines(instruction: Instruction): string[] {
  switch (instruction.kind) {
    case "tensor":
    case "variable": {
      const { shape, seed, special } = instruction.sample;
      return [
        `t${instruction.id} = ${instruction.kind} [${shape.join(", ")}] of seed ${seed}${special ? ` with ${special}` : ""}`,
      ];
    }
    case "operation": {
      const { id, name, inputs, settings } = instruction;
      const values = Object.entries(settings).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
      return [`t${id} = ${name}(${[names(inputs), ...values].join(", ")})`];
    }
    case "read":
    case "dispose":
      return [`${instruction.kind} t${instruction.target}`];
    case "assign":
      return [`assign t${instruction.target} values of seed ${instruction.sample.seed}`];
    case "tidy":
      return [
        "tidy {",
        ...indented(instruction.body),
        `} which gives ${names(instruction.gives) || "nothing"}`,
      ];
    default: {
      const { body, loss, variables, gives, optimizer } = instruction;
      return [
        "record {",
        ...indented(body),
        `} which gives ${names(gives) || "nothing"}; loss of ${names(loss)}, gradients for ${names(variables)}` +
          (optimizer === undefined ? "" : `, a step of ${optimizer}`),
      ];
    }
  }
}

function indented(body: readonly Instruction[]): string[] {
  return body.flatMap(lines).map((line) => `  ${line}`);
}

function names(ids: readonly TensorId[]): string {
  return ids.map((id) => `t${id}`).join(", ");
}
