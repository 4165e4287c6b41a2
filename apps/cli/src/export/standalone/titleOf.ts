import type { PageAnswer } from "@minibatch/standalone";

/** What a model is called on its page: what it tells, of which data. */
export function titleOf(answer: PageAnswer, data: string): string {
  if (answer.kind === "value") return `${answer.name}: ${data}`;
  // More would fill the page before it begins.
  return answer.names.length > 4 ? data : `${data}: ${answer.names.join(", ")}`;
}
