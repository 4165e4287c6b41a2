import { Random } from "../Random.ts";
import type { Special } from "../sampleValues.ts";
import type { Instruction, Program, TensorId } from "./Instruction.ts";
import { operationNames, operations } from "./operations.ts";
import type { Shape } from "./operations.ts";
import { mixesUp, optimizerNames } from "./optimizers.ts";

interface Value {
  readonly id: TensorId;
  readonly shape: Shape;
  readonly variable: boolean;
}

/** Makes a program, the same for the same seed. */
export function makeProgram(seed: number): Program {
  return new ProgramMaker(seed).program();
}

class ProgramMaker {
  readonly #random: Random;
  readonly #special: Special | undefined;
  /** Variables belong to no scope: they are made before everything else. */
  readonly #variables: Instruction[] = [];
  readonly #variableValues: Value[] = [];
  readonly #optimized = new Map<string, readonly TensorId[]>();
  #ids = 0;

  constructor(seed: number) {
    this.#random = new Random(seed);
    const specials = ["NaN", "NaN", "Infinity", "-Infinity"] as const;
    this.#special = this.#random.chance(0.3) ? this.#random.pick(specials) : undefined;
  }

  program(): Program {
    const scope: Value[] = [];
    const body: Instruction[] = [];
    for (let count = this.#random.int(1, 3); count > 0; count -= 1) {
      scope.push(this.#tensor(this.#startShape(), body));
    }
    this.#fill(body, scope, this.#random.int(3, 10), "outside");
    return [...this.#variables, ...body];
  }

  #startShape(): Shape {
    const random = this.#random;
    const size = () => random.int(1, 9);
    if (random.chance(0.65)) {
      // 16 and more channels are for Winograd's algorithm.
      return [random.int(1, 3), size(), size(), random.chance(0.15) ? random.int(16, 18) : random.int(1, 5)];
    }
    return random.chance(0.8) ? [size(), random.int(1, 20)] : [random.int(1, 3), size(), size()];
  }

  #tensor(shape: Shape, body: Instruction[]): Value {
    const id = this.#newId();
    const special = this.#random.chance(0.4) ? this.#special : undefined;
    body.push({ kind: "tensor", id, sample: { shape, seed: this.#random.int(0, 1e6), special } });
    return { id, shape, variable: false };
  }

  #variable(shape: Shape): Value {
    const id = this.#newId();
    this.#variables.push({ kind: "variable", id, sample: { shape, seed: this.#random.int(0, 1e6) } });
    const value = { id, shape, variable: true };
    this.#variableValues.push(value);
    return value;
  }

  #newId(): TensorId {
    this.#ids += 1;
    return this.#ids;
  }

  #fill(body: Instruction[], scope: Value[], count: number, place: "outside" | "tidy" | "record"): void {
    for (let step = 0; step < count; step += 1) {
      const draw = this.#random.fraction();
      if (draw < (place === "outside" ? 0.5 : 0.8)) this.#operation(body, scope, place === "record");
      else if (draw < 0.86) this.#lookOrDispose(body, scope);
      else if (draw < 0.89) this.#assign(body, place);
      else if (draw < 0.93) this.#tidy(body, scope, place);
      else if (place === "outside") this.#record(body, scope);
      if (place === "outside" && this.#random.chance(0.25)) this.#record(body, scope);
    }
  }

  #operation(body: Instruction[], scope: Value[], recorded: boolean): void {
    const random = this.#random;
    if (scope.length === 0) return;
    // Rather one of the last: chains are what is put off.
    const first = random.chance(0.6) ? (scope.at(-1) as Value) : random.pick(scope);
    const name = random.pick(operationNames);
    // The gradient of gather multiplies on cpu what other rows get by zero, and zero times infinity is not a number.
    if (name === "gather" && recorded && this.#special) return;
    const plan = operations[name]?.plan(random, first.shape, recorded);
    if (!plan || size(plan.shape) > 4000) return;
    const others = plan.others.map((shape) => this.#other(shape, body, scope, recorded));
    const id = this.#newId();
    const inputs = [first.id, ...others.map((other) => other.id)];
    body.push({ kind: "operation", id, name, inputs, settings: plan.settings });
    scope.push({ id, shape: plan.shape, variable: false });
  }

  #other(shape: Shape, body: Instruction[], scope: Value[], recorded: boolean): Value {
    const fits = [...scope, ...this.#variableValues].filter((value) => value.shape.join() === shape.join());
    if (fits.length > 0 && this.#random.chance(0.5)) return this.#random.pick(fits);
    if (this.#random.chance(recorded ? 0.7 : 0.4)) return this.#variable(shape);
    const value = this.#tensor(shape, body);
    scope.unshift(value);
    return value;
  }

  #lookOrDispose(body: Instruction[], scope: Value[]): void {
    if (scope.length === 0) return;
    const { id } = this.#random.pick(scope);
    if (this.#random.chance(0.4)) {
      body.push({ kind: "read", target: id });
      return;
    }
    body.push({ kind: "dispose", target: id });
    scope.splice(
      scope.findIndex((value) => value.id === id),
      1,
    );
  }

  #assign(body: Instruction[], place: string): void {
    if (this.#variableValues.length === 0 || place === "record") return;
    const { id, shape } = this.#random.pick(this.#variableValues);
    body.push({ kind: "assign", target: id, sample: { shape, seed: this.#random.int(0, 1e6) } });
  }

  #tidy(body: Instruction[], scope: Value[], place: "outside" | "tidy" | "record"): void {
    if (place === "tidy") return;
    const { inner, made } = this.#inner(
      scope,
      place === "record" ? "record" : "tidy",
      this.#random.int(1, 4),
    );
    const given = made.filter(() => this.#random.chance(0.4));
    body.push({ kind: "tidy", body: inner, gives: given.map(({ id }) => id) });
    scope.push(...given);
  }

  #record(body: Instruction[], scope: Value[]): void {
    const random = this.#random;
    const { inner, made } = this.#inner(scope, "record", random.int(2, 7));
    if (made.length === 0) return;
    const loss = [made.at(-1) as Value, ...made.filter(() => random.chance(0.15))];
    const given = made.filter(() => random.chance(0.25));
    if (this.#variableValues.length === 0) this.#variable([1]);
    const optimizer = random.chance(0.6) ? random.pick(optimizerNames) : undefined;
    body.push({
      kind: "record",
      body: inner,
      gives: given.map(({ id }) => id),
      loss: loss.map(({ id }) => id),
      variables: this.#variablesFor(optimizer),
      optimizer,
    });
    scope.push(...given);
  }

  /** Any variables, but to an optimizer that mixes them up always the same ones. */
  #variablesFor(optimizer: string | undefined): readonly TensorId[] {
    const known = optimizer === undefined ? undefined : this.#optimized.get(optimizer);
    if (known) return known;
    const chosen = this.#variableValues.filter(() => this.#random.chance(0.85)).map(({ id }) => id);
    const variables = chosen.length > 0 ? chosen : this.#variableValues.slice(0, 1).map(({ id }) => id);
    if (optimizer !== undefined && mixesUp.includes(optimizer)) this.#optimized.set(optimizer, variables);
    return variables;
  }

  /** What is computed inside, where the scope is another one: what is disposed of in there is gone outside, too. */
  #inner(scope: Value[], place: "tidy" | "record", count: number) {
    const inner: Instruction[] = [];
    const before = [...scope];
    const inside = [...scope];
    if (this.#random.chance(0.2) || inside.length === 0) inside.push(this.#tensor(this.#startShape(), inner));
    this.#fill(inner, inside, count, place);
    const made = inside.filter((value) => !before.includes(value));
    scope.splice(0, scope.length, ...before.filter((value) => inside.includes(value)));
    return { inner, made };
  }
}

function size(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1);
}
