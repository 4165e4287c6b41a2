import type { JSX } from "preact";
import { setParameters } from "../../../state/route.ts";
import { chosenKernel } from "./kernels.ts";
import { figureMessages } from "./messages.ts";

/** The nine numbers of the kernel; a change makes it one's own. */
export function KernelFields(): JSX.Element {
  const t = figureMessages.value;
  const kernel = chosenKernel();
  const change = (index: number, text: string): void => {
    const numbers = kernel.flat();
    const value = Number(text);
    numbers[index] = Number.isFinite(value) ? value : 0;
    setParameters({ kernel: "own", k: numbers.join(",") });
  };
  return (
    <fieldset class="kernel">
      <legend class="hidden">{t.kernel}</legend>
      {kernel.flat().map((value, index) => (
        <input
          key={index}
          type="number"
          step="any"
          inputMode="decimal"
          aria-label={t.kernelCell(String(Math.floor(index / 3) + 1), String((index % 3) + 1))}
          value={value}
          onChange={({ currentTarget }) => change(index, currentTarget.value)}
        />
      ))}
    </fieldset>
  );
}
