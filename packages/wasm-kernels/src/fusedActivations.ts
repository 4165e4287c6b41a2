/**
 * The activations that the matrix product applies while the values are still in registers, with their codes in
 * `assembly/gemm.ts`. Any other one takes a pass of its own.
 */
export const fusedActivations: Readonly<Record<string, number>> = { linear: 0, relu: 1, relu6: 2 };
