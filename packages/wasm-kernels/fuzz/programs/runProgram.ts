import * as tf from "@tensorflow/tfjs-core";
import type { Observation } from "../Observation.ts";
import { sampleValues } from "../sampleValues.ts";
import type { Sample } from "../sampleValues.ts";
import type { Instruction, Program, TensorId } from "./Instruction.ts";
import { operations } from "./operations.ts";
import { optimizers } from "./optimizers.ts";

/**
 * Runs a program on the backend that runs, and disposes of everything it made.
 *
 * @param disturbance how much the values it begins with are moved, as a part of each: tells what rounding does to the results
 * @returns every value that somebody looks at: what is read, losses, gradients, and at the end all that is left
 */
export function runProgram(program: Program, disturbance = 0): Observation[] {
  const run = new ProgramRun(disturbance);
  try {
    run.all(program);
    run.lookAtRest();
    return run.observations;
  } finally {
    run.dispose();
  }
}

class ProgramRun {
  readonly observations: Observation[] = [];
  readonly #tensors = new Map<TensorId, tf.Tensor>();
  readonly #optimizers = new Map<string, tf.Optimizer>();
  readonly #disturbance: number;

  constructor(disturbance: number) {
    this.#disturbance = disturbance;
  }

  all(instructions: readonly Instruction[]): void {
    for (const instruction of instructions) this.#one(instruction);
  }

  lookAtRest(): void {
    for (const [id, tensor] of this.#tensors) this.#look(`t${id} at the end`, tensor);
  }

  dispose(): void {
    for (const tensor of this.#tensors.values()) tensor.dispose();
    for (const optimizer of this.#optimizers.values()) optimizer.dispose();
  }

  #one(instruction: Instruction): void {
    switch (instruction.kind) {
      case "tensor":
        this.#tensors.set(instruction.id, this.#sample(instruction.sample));
        break;
      case "variable":
        this.#tensors.set(instruction.id, this.#variable(instruction.id, instruction.sample));
        break;
      case "operation": {
        const inputs = instruction.inputs.map((id) => this.#tensor(id));
        const operation = operations[instruction.name] as (typeof operations)[string];
        this.#tensors.set(instruction.id, operation.run(inputs, instruction.settings));
        break;
      }
      case "read":
        this.#look(`t${instruction.target}`, this.#tensor(instruction.target));
        break;
      case "dispose":
        this.#tensor(instruction.target).dispose();
        this.#tensors.delete(instruction.target);
        break;
      case "assign": {
        const next = this.#sample(instruction.sample);
        (this.#tensor(instruction.target) as tf.Variable).assign(next);
        next.dispose();
        break;
      }
      case "tidy":
        tf.tidy(() => this.#inside(instruction.body, instruction.gives));
        this.#forget();
        break;
      case "record":
        this.#record(instruction);
        break;
    }
  }

  #inside(body: readonly Instruction[], gives: readonly TensorId[]): void {
    this.all(body);
    for (const id of gives) tf.keep(this.#tensor(id));
  }

  /** Forgets what a tidied scope took with it. */
  #forget(): void {
    for (const [id, tensor] of this.#tensors) if (tensor.isDisposed) this.#tensors.delete(id);
  }

  #record({ body, gives, loss, variables, optimizer }: Instruction & { kind: "record" }): void {
    const list = variables.map((id) => this.#tensor(id) as tf.Variable);
    const { value, grads } = tf.variableGrads(() => {
      this.#inside(body, gives);
      const terms = loss.map((id) => tf.mean(tf.square(this.#tensor(id))));
      // Every variable has a gradient, though the program may not use it. No term is negative: rounding would show in a small sum.
      terms.push(...list.map((variable) => tf.mul(tf.mean(tf.square(variable)), 0.01)));
      return tf.addN(terms) as tf.Scalar;
    }, list);
    this.#forget();
    this.#look("the loss", value);
    for (const [index, id] of variables.entries()) {
      this.#look(`the gradient for t${id}`, grads[(list[index] as tf.Variable).name] as tf.Tensor);
    }
    if (optimizer !== undefined) this.#optimizer(optimizer).applyGradients(grads);
    tf.dispose([value, grads]);
  }

  #optimizer(name: string): tf.Optimizer {
    const made = this.#optimizers.get(name) ?? (optimizers[name] as () => tf.Optimizer)();
    this.#optimizers.set(name, made);
    return made;
  }

  #tensor(id: TensorId): tf.Tensor {
    const tensor = this.#tensors.get(id);
    if (!tensor) throw new Error(`t${id} is missing: the program is none`);
    return tensor;
  }

  #sample(sample: Sample): tf.Tensor {
    return tf.tensor(sampleValues(sample, this.#disturbance), [...sample.shape]);
  }

  #variable(id: TensorId, sample: Sample): tf.Variable {
    const initial = this.#sample(sample);
    const variable = tf.variable(initial, true, `t${id}`);
    initial.dispose();
    return variable;
  }

  #look(what: string, tensor: tf.Tensor): void {
    // Several steps may look at the same tensor.
    this.observations.push({
      what: `${this.observations.length + 1}. ${what}`,
      shape: tensor.shape,
      values: Float32Array.from(tensor.dataSync()),
    });
  }
}
