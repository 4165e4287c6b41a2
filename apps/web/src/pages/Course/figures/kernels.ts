import { route } from "../../../state/route.ts";
import { choiceOf } from "./parameters.ts";

/** A 3x3 kernel. */
export type Kernel = readonly (readonly number[])[];

/** The kernels to choose from, and one of one's own. */
export const kernelNames = ["vertical", "horizontal", "outline", "blur", "sharpen", "own"] as const;

/** The classic ones of image processing; a convolutional layer learns such numbers by itself. */
const kernels: Readonly<Record<Exclude<(typeof kernelNames)[number], "own">, Kernel>> = {
  vertical: [
    [-1, 0, 1],
    [-1, 0, 1],
    [-1, 0, 1],
  ],
  horizontal: [
    [-1, -1, -1],
    [0, 0, 0],
    [1, 1, 1],
  ],
  outline: [
    [-1, -1, -1],
    [-1, 8, -1],
    [-1, -1, -1],
  ],
  blur: [
    [0.1, 0.1, 0.1],
    [0.1, 0.2, 0.1],
    [0.1, 0.1, 0.1],
  ],
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0],
  ],
};

/** The kernel that the address says; `k` has the nine numbers of an own one. */
export function chosenKernel(): Kernel {
  const name = choiceOf("kernel", kernelNames);
  if (name !== "own") return kernels[name];
  const numbers = (route.value.parameters["k"] ?? "0,0,0,0,1,0,0,0,0").split(",").map(Number);
  return [0, 3, 6].map((from) =>
    [0, 1, 2].map((at) => {
      const value = numbers[from + at] ?? 0;
      return Number.isFinite(value) ? value : 0;
    }),
  );
}
