import type { PageAnswer } from "./PageModel.ts";

/**
 * What a model is called on its page: its data, and what it tells of them.
 *
 * @param data what it was trained on, in print
 * @example
 * pageTitle({ kind: "classes", names: ["cat", "dog"] }, "pets"); // "pets: cat, dog"
 */
export function pageTitle(answer: PageAnswer, data: string): string {
  if (answer.kind === "value") return `${data}: ${answer.name}`;
  const { names } = answer;
  // All of many would fill the page before it begins.
  const told = names.length > 4 ? [...names.slice(0, 2), `… ${names.at(-1)}`] : names;
  return `${data}: ${told.join(", ")}`;
}
