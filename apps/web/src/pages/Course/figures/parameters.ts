import { route, setParameters } from "../../../state/route.ts";

/** A number in the address. */
export interface NumberParameter {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What it is when the address does not say. */
  readonly fallback: number;
}

/** What the address says, within the bounds. */
export function numberOf({ name, min, max, fallback }: NumberParameter): number {
  const text = route.value.parameters[name];
  const value = text === undefined || text.trim() === "" ? fallback : Number(text);
  return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : fallback;
}

/** Puts a number into the address, or takes it out where it is what it is anyway. */
export function setNumber({ name, fallback }: NumberParameter, value: number): void {
  setParameters({ [name]: value === fallback ? undefined : String(value) });
}

/** Which of several the address says; the first without one. */
export function choiceOf<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  return choices.find((choice) => choice === route.value.parameters[name]) ?? choices[0];
}
