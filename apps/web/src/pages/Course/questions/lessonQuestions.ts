import type { LessonQuestion } from "./LessonQuestion.ts";

/** The questions by their ids, as the guides place them; each is loaded when a lesson shows it. */
export const lessonQuestions: Readonly<Record<string, () => Promise<LessonQuestion>>> = {
  leap: async () => (await import("./leapQuestion.ts")).leapQuestion,
};
