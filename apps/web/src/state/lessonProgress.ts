import { type ReadonlySignal, signal } from "@preact/signals";
import { remember, remembered } from "./remembered.ts";

/** When each was done, as `2026-11-29`; empty where the day was not kept. */
type LessonProgress = ReadonlyMap<string, string>;

const done = signal<LessonProgress>(
  new Map(
    (remembered("lessons") ?? "")
      .split(" ")
      .filter(Boolean)
      .map((entry) => {
        const [step = "", day = ""] = entry.split("@");
        return [step, day];
      }),
  ),
);

/** The questions answered rightly and the tasks solved in this browser, such as `task:leap`, each with its day. */
export const lessonProgress: ReadonlySignal<LessonProgress> = done;

/** Keeps that a question or a task is done, and on which day it first was. */
export function markDone(kind: "question" | "task", id: string): void {
  const step = `${kind}:${id}`;
  if (done.value.get(step)) return;
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  done.value = new Map([...done.value, [step, day]]);
  remember("lessons", [...done.value].map(([step, day]) => (day ? `${step}@${day}` : step)).join(" "));
}
