import type { BostonFeature } from "@minibatch/datasets";
import { route, setParameters } from "../../state/route.ts";
import type { FitLineInput } from "../../worker/commands/fitLine.ts";
import type { LineSource } from "../../worker/lineSamples.ts";

/** The columns that a line can be fitted to; B is left out, see the card of the dataset. */
export const lineFeatures = [
  "RM",
  "LSTAT",
  "PTRATIO",
  "CRIM",
  "NOX",
  "AGE",
  "DIS",
  "INDUS",
  "RAD",
  "TAX",
  "ZN",
] as const satisfies readonly BostonFeature[];

/** What a line can be fitted to. */
export const lineSources = ["boston-housing", "drawn"] as const satisfies readonly LineSource["dataset"][];

/** With a standardized feature, these come within 0.1% of the least loss there is, whatever the feature. */
const lineDefaults = { rate: "0.05", epochs: "100" } as const;

/** What the recipe `boston-linear` has: it stops well before the line fits best. */
export const courseSettings = { rate: "0.005", epochs: "101", standardize: "0" } as const;

/** What the address says that a line is fitted to. */
export function chosenSource(hasBoston: boolean): LineSource {
  const { data, feature } = route.value.parameters;
  const chosen = lineSources.find((name) => name === data);
  if (chosen === "drawn" || (chosen === undefined && !hasBoston)) return { dataset: "drawn" };
  return { dataset: "boston-housing", feature: lineFeatures.find((name) => name === feature) ?? "RM" };
}

/** The settings as they stand in the form, which may not be numbers yet. */
export function lineTexts(): { readonly rate: string; readonly epochs: string } {
  const { rate = lineDefaults.rate, epochs = lineDefaults.epochs } = route.value.parameters;
  return { rate, epochs };
}

/** The settings; `undefined` where they are no numbers that can be trained with. */
export function lineSettings(): Omit<FitLineInput, "source"> | undefined {
  const texts = lineTexts();
  const [learningRate, epochs] = [Number(texts.rate), Number(texts.epochs)];
  const valid = learningRate > 0 && learningRate <= 10 && Number.isInteger(epochs) && epochs >= 1;
  if (!valid || epochs > 1000) return undefined;
  return { learningRate, epochs, standardized: standardizes() };
}

/** Whether the feature is standardized first. */
export function standardizes(): boolean {
  return route.value.parameters["standardize"] !== "0";
}

/** Puts a setting into the address, or takes it out where it is what it is anyway, or nothing. */
export function setLine(name: "rate" | "epochs", text: string): void {
  setParameters({ [name]: text === "" || text === lineDefaults[name] ? undefined : text });
}
