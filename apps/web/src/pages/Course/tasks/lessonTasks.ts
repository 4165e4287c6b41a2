import type { LessonTask } from "./LessonTask.ts";

/** The tasks by their ids, as the guides place them; each is loaded when a lesson shows it. */
export const lessonTasks: Readonly<Record<string, () => Promise<LessonTask>>> = {
  leap: async () => (await import("./leapTask.ts")).leapTask,
};
