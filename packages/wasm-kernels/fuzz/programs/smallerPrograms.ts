import type { Instruction, Program, TensorId } from "./Instruction.ts";

/** The programs that one step less leaves, together with what needs its result; those that lose most first. */
export function smallerPrograms(program: Program): Program[] {
  const programs = all(program).map((instruction) => without(program, instruction));
  return programs.filter((smaller) => size(smaller) < size(program)).sort((a, b) => size(a) - size(b));
}

function all(instructions: readonly Instruction[]): Instruction[] {
  return instructions.flatMap((instruction) =>
    "body" in instruction ? [instruction, ...all(instruction.body)] : [instruction],
  );
}

function size(program: Program): number {
  return all(program).length;
}

function without(program: Program, removed: Instruction): Program {
  const gone = new Set<TensorId>();
  const forget = (instruction: Instruction): [] => {
    for (const each of all([instruction])) if ("id" in each) gone.add(each.id);
    return [];
  };
  const rest = (instructions: readonly Instruction[]): Instruction[] =>
    instructions.flatMap((instruction): Instruction[] => {
      const isGone = (id: TensorId) => gone.has(id);
      if (instruction === removed) return forget(instruction);
      switch (instruction.kind) {
        case "operation":
          return instruction.inputs.some(isGone) ? forget(instruction) : [instruction];
        case "read":
        case "dispose":
        case "assign":
          return isGone(instruction.target) ? [] : [instruction];
        case "tidy": {
          const body = rest(instruction.body);
          return [{ ...instruction, body, gives: instruction.gives.filter((id) => !gone.has(id)) }];
        }
        case "record": {
          const body = rest(instruction.body);
          const remaining = (ids: readonly TensorId[]) => ids.filter((id) => !gone.has(id));
          const [loss, variables] = [remaining(instruction.loss), remaining(instruction.variables)];
          if (loss.length === 0 || variables.length === 0) return forget(instruction);
          return [{ ...instruction, body, loss, variables, gives: remaining(instruction.gives) }];
        }
        default:
          return [instruction];
      }
    });
  return rest(program);
}
