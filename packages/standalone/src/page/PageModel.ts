import type { StoredModel } from "../engine/StoredModel.ts";
import type { PageInput } from "../prepare/PageInput.ts";

/** All that a page holds beside its scripts, as JSON. */
export interface PageModel {
  readonly stored: StoredModel;
  readonly answer: PageAnswer;
  readonly input: PageInput;
  readonly card: ModelCard;
  readonly check: SelfCheck;
}

/** What the output says: a class of several, or a value. */
export type PageAnswer =
  | { readonly kind: "classes"; readonly names: readonly string[] }
  | { readonly kind: "value"; readonly name: string };

/** What a person should know of the model. */
export interface ModelCard {
  readonly title: string;
  /** What it was trained on. */
  readonly data: string;
  /** The result on the test set, where it is known. */
  readonly test?: PageTest | undefined;
  /** The day of the training, e.g. `2026-11-28`. */
  readonly date: string;
  readonly seed?: number | undefined;
  readonly parameters: number;
  readonly weights: "float32" | "int8";
}

/** What came of the test set, with the weights as the page has them. */
export interface PageTest {
  readonly samples: number;
  /** The share of classes that are right. */
  readonly accuracy?: number | undefined;
  /** The mean absolute error of values. */
  readonly mae?: number | undefined;
}

/** Inputs with what the model makes of them, for the page to compare itself with. */
export interface SelfCheck {
  /** Raw inputs, as text: bytes or `float32` in base64. */
  readonly inputs: readonly string[];
  readonly type: "uint8" | "float32";
  readonly outputs: readonly (readonly number[])[];
}
