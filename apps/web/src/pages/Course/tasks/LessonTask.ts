import type { Parameters } from "../../../state/route.ts";

/** A task of a lesson that checks itself. */
export interface LessonTask {
  /** What a comment `<!-- task: id -->` of a guide places. */
  readonly id: string;
  /** What is to be done, in the language of the moment. */
  readonly text: () => string;
  /** Looks whether it is done. */
  readonly check: () => TaskOutcome | Promise<TaskOutcome>;
  /** The page that is the workbench for it, and what the address sets up there. */
  readonly workbench?: { readonly page: "build" | "train"; readonly parameters: Parameters };
}

/** What a look at a task gave. */
export interface TaskOutcome {
  readonly isSolved: boolean;
  /** What was seen and, where it is not solved, what lacks; in the language of the moment. */
  readonly text: () => string;
}
