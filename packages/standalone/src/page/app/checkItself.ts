import type { SelfCheck } from "../PageModel.ts";

/** As far as two engines may differ in the last digits of float32, of the largest output. */
const tolerance = 1e-4;

/** Whether the page computes what the model computed when the page was made. */
export function checkItself(
  { inputs, type, outputs }: SelfCheck,
  run: (input: ArrayLike<number>) => Float32Array,
): boolean {
  return inputs.every((input, index) => {
    const expected = outputs[index] ?? [];
    const largest = Math.max(...expected.map(Math.abs), 1e-6);
    const output = run(valuesOf(input, type));
    return expected.every((value, at) => Math.abs((output[at] as number) - value) <= tolerance * largest);
  });
}

function valuesOf(text: string, type: SelfCheck["type"]): ArrayLike<number> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return type === "uint8" ? bytes : new Float32Array(bytes.buffer);
}
