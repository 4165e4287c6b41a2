import type { ActivationName } from "../engine/Network.ts";

const names: readonly string[] = [
  "linear",
  "relu",
  "relu6",
  "sigmoid",
  "tanh",
  "softmax",
  "elu",
  "selu",
  "softplus",
  "softsign",
  "hardSigmoid",
  "swish",
  "gelu",
  "gelu_new",
] satisfies readonly ActivationName[];

/** As configurations spell them, which is not how tfjs' types do. */
const spelled: Readonly<Record<string, ActivationName>> = {
  hard_sigmoid: "hardSigmoid",
  silu: "swish",
  geluNew: "gelu_new",
};

/** The activation that a configuration names. */
export function activationOf(name: unknown): ActivationName {
  const named = typeof name === "string" ? name : "linear";
  const known = spelled[named] ?? named;
  if (names.includes(known)) return known as ActivationName;
  throw new RangeError(`activation ${known}`);
}
