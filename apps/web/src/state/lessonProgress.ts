import { type ReadonlySignal, signal } from "@preact/signals";
import { remember, remembered } from "./remembered.ts";

const done = signal<ReadonlySet<string>>(new Set(remembered("lessons")?.split(" ").filter(Boolean)));

/** The questions answered rightly and the tasks solved in this browser, such as `task:leap`. */
export const lessonProgress: ReadonlySignal<ReadonlySet<string>> = done;

/** Keeps that a question or a task is done. */
export function markDone(kind: "question" | "task", id: string): void {
  done.value = new Set([...done.value, `${kind}:${id}`]);
  remember("lessons", [...done.value].join(" "));
}
