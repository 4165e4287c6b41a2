import { type ActivationFunction, elu, leakyRelu, maxout, relu, sigmoid, tanh } from "@minibatch/training";

/** The names of the activation functions of the page, as the address has them. */
export const activationNames = ["sigmoid", "tanh", "relu", "leaky", "elu", "maxout"] as const;

/** One of {@link activationNames}. */
export type ActivationName = (typeof activationNames)[number];

/** What the functions are called, in every language. */
export const activationTitles: Readonly<Record<ActivationName, string>> = {
  sigmoid: "Sigmoid",
  tanh: "tanh",
  relu: "ReLU",
  leaky: "Leaky ReLU",
  elu: "ELU",
  maxout: "Maxout",
};

/** The function of a name; `alpha` is the slope of Leaky ReLU and the limit of ELU. */
export function activationOf(name: ActivationName, alpha: number): ActivationFunction {
  const functions: Readonly<Record<ActivationName, ActivationFunction>> = {
    sigmoid,
    tanh,
    relu,
    leaky: leakyRelu(alpha),
    elu: elu(alpha),
    maxout: maxout([
      [-0.5, 0.5],
      [1, -1],
    ]),
  };
  return functions[name];
}
