/**
 * The activations that take a pass of their own over a tensor, or the one of the batch normalization before them, with their codes in
 * `assembly/activations.ts`. The first three are named as tfjs-layers names them.
 */
export const activationCodes = { gelu: 3, gelu_new: 4, swish: 5, elu: 6, leakyRelu: 7 } as const;
