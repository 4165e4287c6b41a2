import type { Optimizer, Variable } from "@tensorflow/tfjs-core";
import { engine, util } from "@tensorflow/tfjs-core";
import type { Accumulators, Slot } from "./OptimizerDefinition.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

/** Whose the slots of an optimizer are, by their places in its lists. */
interface Assignment {
  readonly columns: readonly Accumulators[];
  readonly owners: readonly Variable[];
}

const assignments = new WeakMap<Optimizer, Assignment>();

/**
 * Puts what an optimizer keeps for each variable where tfjs looks for it: at the place of the variable in the list of this step.
 *
 * To tfjs the n-th slot is that of the n-th variable, whichever that is. Where a layer was frozen in between, or other variables are
 * trained, it takes the slot of another one, which may have another size. Here a slot stays with its variable: one that is not
 * trained now goes behind the others until it is again, and a variable without one starts at the beginning.
 *
 * Slots that `setWeights` brought belong to the variables of the next step, in order, as in tfjs; to those of their names where
 * they are others than that, or more.
 *
 * @param columns the lists of the optimizer, one for each value that it keeps for a variable
 * @throws {WasmKernelsError} `OPTIMIZER_MISMATCH` where the slots fit neither by order nor by name
 */
export function assignSlots(
  optimizer: Optimizer,
  columns: readonly Accumulators[],
  variables: readonly Variable[],
): void {
  if (columns.length === 0) return;
  const before = assignments.get(optimizer);
  const known = before?.columns.every((column, i) => column === columns[i]) ? before.owners : undefined;
  if (known && variables.every((variable, place) => known[place] === variable)) return;
  const owners = known ?? ownersOf(columns[0] ?? [], variables);
  const kept = owners.filter(
    (owner) => owner && !owner.isDisposed && !variables.includes(owner),
  ) as Variable[];
  const order = [...variables, ...kept];
  const moved = columns.map((column) => order.map((owner) => column[owners.indexOf(owner)]));
  for (const column of moved) requireShapes(column, order);
  for (const [i, column] of columns.entries()) {
    for (const slot of column) if (slot && !moved[i]?.includes(slot)) slot.variable.dispose();
    column.splice(0, column.length, ...(moved[i] ?? []));
  }
  assignments.set(optimizer, { columns, owners: order });
}

/** Whose slots these are that came from elsewhere. */
function ownersOf(slots: Accumulators, variables: readonly Variable[]): (Variable | undefined)[] {
  const named = slots.map((slot) => slot?.originalName.slice(0, slot.originalName.lastIndexOf("/")) ?? "");
  for (const key of [exactly, withoutNumber]) {
    const keys = variables.map(({ name }) => key(name));
    const slotKeys = named.map(key);
    const together =
      slotKeys.every((name) => keys.includes(name)) || keys.every((name) => slotKeys.includes(name));
    if (together && new Set(keys).size === keys.length) {
      return slotKeys.map((name) => variables[keys.indexOf(name)] ?? newest(name, key));
    }
  }
  if (slots.length === variables.length) return [...variables];
  const names = variables.map(({ name }) => name);
  throw new WasmKernelsError(
    "OPTIMIZER_MISMATCH",
    `expected the state of an optimizer for the variables that it moves, ${names.join(", ")}; it has one for ` +
      `${named.join(", ")}: make the same layers trainable as when it was saved, or use a new optimizer`,
  );
}

const exactly = (name: string) => name;

/** tfjs numbers the variables of a second model, `dense/kernel_1`, as long as there is a first one. */
const withoutNumber = (name: string) => name.replace(/_\d+$/, "");

/** A variable that is not trained now. */
function newest(name: string, key: (name: string) => string): Variable | undefined {
  return Object.values(engine().registeredVariables).findLast((variable) => key(variable.name) === name);
}

function requireShapes(column: Accumulators, owners: readonly Variable[]): void {
  for (const [place, slot] of column.entries()) {
    const owner = owners[place];
    if (!slot || !owner || util.arraysEqual(slot.variable.shape, owner.shape)) continue;
    throw new WasmKernelsError(
      "OPTIMIZER_MISMATCH",
      `expected the state of an optimizer for ${owner.name} [${owner.shape.join(", ")}], it is ${describe(slot)}: ` +
        `use the variables that it was saved with, or a new optimizer`,
    );
  }
}

function describe({ originalName, variable }: Slot): string {
  return `${originalName} [${variable.shape.join(", ")}]`;
}
