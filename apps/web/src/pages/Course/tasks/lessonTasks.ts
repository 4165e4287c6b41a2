import type { LessonTask } from "./LessonTask.ts";

/** The tasks by their ids, as the guides place them; each is loaded when a lesson shows it. */
export const lessonTasks: Readonly<Record<string, () => Promise<LessonTask>>> = {
  ink: async () => (await import("./inkTask.ts")).inkTask,
  leap: async () => (await import("./leapTask.ts")).leapTask,
  line: async () => (await import("./lineTask.ts")).lineTask,
  others: async () => (await import("./othersTask.ts")).othersTask,
  peak: async () => (await import("./peakTask.ts")).peakTask,
  race: async () => (await import("./raceTask.ts")).raceTask,
  small: async () => (await import("./smallTask.ts")).smallTask,
  sure: async () => (await import("./sureTask.ts")).sureTask,
  twice: async () => (await import("./twiceTask.ts")).twiceTask,
};
