import type { Sample } from "../sampleValues.ts";

/** A tensor of a program, by number. */
export type TensorId = number;

/** One step of a program. */
export type Instruction =
  /** A tensor of given values, or a variable that optimizers move. */
  | { readonly kind: "tensor" | "variable"; readonly id: TensorId; readonly sample: Sample }
  | {
      readonly kind: "operation";
      readonly id: TensorId;
      readonly name: string;
      readonly inputs: readonly TensorId[];
      readonly settings: Settings;
    }
  /** Looks at the values, disposes of the tensor, or gives a variable other values. */
  | { readonly kind: "read" | "dispose"; readonly target: TensorId }
  | { readonly kind: "assign"; readonly target: TensorId; readonly sample: Sample }
  /** Inside `tf.tidy`; what it gives out outlives it. */
  | { readonly kind: "tidy"; readonly body: readonly Instruction[]; readonly gives: readonly TensorId[] }
  /** Where gradients are recorded: of a loss of some tensors, for some variables, by which an optimizer may move them. */
  | {
      readonly kind: "record";
      readonly body: readonly Instruction[];
      readonly gives: readonly TensorId[];
      readonly loss: readonly TensorId[];
      readonly variables: readonly TensorId[];
      readonly optimizer: string | undefined;
    };

/** Arguments of an operation beside its tensors. */
export type Settings = Readonly<Record<string, unknown>>;

/** Operations on tensors, and what else happens to those. Every tensor has one number; who reads it comes after who makes it. */
export type Program = readonly Instruction[];
