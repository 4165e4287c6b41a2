import type { PageAnswer } from "./PageModel.ts";

/**
 * What a model is called on its page: its data, and what it tells.
 *
 * @param data what it was trained on, in print
 * @example
 * pageTitle({ kind: "classes", names: ["cat", "dog"] }, "pets"); // "pets: cat, dog"
 */
export function pageTitle(answer: PageAnswer, data: string): string {
  if (answer.kind === "value") return `${answer.name}: ${data}`;
  // More would fill the page before it begins.
  return answer.names.length > 4 ? data : `${data}: ${answer.names.join(", ")}`;
}
