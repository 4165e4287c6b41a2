import type { SweepPlan } from "../SweepPlan.ts";

/** Something that runs the entries of a plan: a scheduler, a cloud service, a shell. */
export interface SweepEngine {
  /** Its id, e.g. `slurm`. */
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  /** The variable in which it tells a task its index. */
  readonly indexVariable?: string;
  /** The index that it calls its first task by; 0 where nothing else is said. */
  readonly firstIndex?: 0 | 1;
  /** Writes what submits a plan; engines without one are told by their own consoles. */
  readonly submission?: (plan: SweepPlan, options: SubmissionOptions) => Submission;
}

/** What a submission has to know beside the plan. */
export interface SubmissionOptions {
  /** The path of the plan from where the submission will stand. */
  readonly planFile: string;
  /** How many entries run at a time. */
  readonly jobs: number;
  /** The processors for each of them. */
  readonly threads: number;
  /** The words that start the command, e.g. `["npx", "minibatch"]`. */
  readonly command: readonly string[];
}

/** A file that submits a plan, and the line that hands it in. */
export interface Submission {
  /** How the file is called: the plan's name with this at its end. */
  readonly ending: string;
  /** The file. */
  readonly text: string;
  /** What to type, given the file's name. */
  readonly submit: (file: string) => string;
}
