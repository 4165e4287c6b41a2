import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { EventOf, InputOf } from "../worker/protocol.ts";
import { learner } from "../worker/workers.ts";

/** The commands by which figures of lessons train. */
type LessonCommand = "overfit" | "descend";

/** What a figure of a lesson trained, or trains. */
export interface LessonTraining<Name extends LessonCommand> {
  readonly input: InputOf<Name>;
  readonly status: "running" | "done" | "failed";
  /** What was told on the way. */
  readonly events: readonly EventOf<Name>[];
  /** Why it failed. */
  readonly failure?: Failure;
}

/** The trainings of one figure, and how another one starts. */
export interface LessonTrainings<Name extends LessonCommand> {
  /** Those since the page was opened, the last one first; each input once. */
  readonly trainings: ReadonlySignal<readonly LessonTraining<Name>[]>;
  /** Trains once; while another one runs, nothing happens. */
  readonly start: (input: InputOf<Name>) => Promise<void>;
}

/** Keeps the trainings of a command as long as the page is open. */
export function lessonTrainings<Name extends LessonCommand>(command: Name): LessonTrainings<Name> {
  const list = signal<readonly LessonTraining<Name>[]>([]);
  const start = async (input: InputOf<Name>): Promise<void> => {
    if (list.value[0]?.status === "running") return;
    const key = JSON.stringify(input);
    const others = list.value.filter((training) => JSON.stringify(training.input) !== key);
    let training: LessonTraining<Name> = { input, status: "running", events: [] };
    const change = (changes: Partial<LessonTraining<Name>>): void => {
      training = { ...training, ...changes };
      list.value = [training, ...others];
    };
    change({});
    try {
      await learner.get().call(command, input, {
        onEvent: (event) => change({ events: [...training.events, event] }),
      });
      change({ status: "done" });
    } catch (error) {
      change({ status: "failed", failure: failureOf(error) });
    }
  };
  return { trainings: list, start };
}
