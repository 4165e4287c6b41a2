/** Activations that the factories accept between layers, by their Keras names; `silu` and `swish` are the same one. */
export type Activation = "relu" | "elu" | "selu" | "gelu" | "silu" | "swish" | "sigmoid" | "tanh" | "linear";

/** All that a layer may have: {@link Activation}, and what a network ends in. */
export const activationNames: readonly string[] = [
  "relu",
  "elu",
  "selu",
  "gelu",
  "silu",
  "swish",
  "sigmoid",
  "tanh",
  "linear",
  "softmax",
] satisfies (Activation | "softmax")[];
