/** What was measured: the part of the JSON that depends on the task, and the text. */
export interface Evaluation {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: () => string;
}
