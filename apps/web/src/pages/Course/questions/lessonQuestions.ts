import type { LessonQuestion } from "./LessonQuestion.ts";

/** The questions by their ids, as the guides place them; each is loaded when a lesson shows it. */
export const lessonQuestions: Readonly<Record<string, () => Promise<LessonQuestion>>> = {
  colour: async () => (await import("./colourQuestion.ts")).colourQuestion,
  cooling: async () => (await import("./coolingQuestion.ts")).coolingQuestion,
  equal: async () => (await import("./equalQuestion.ts")).equalQuestion,
  heart: async () => (await import("./heartQuestion.ts")).heartQuestion,
  leap: async () => (await import("./leapQuestion.ts")).leapQuestion,
  miss: async () => (await import("./missQuestion.ts")).missQuestion,
  resume: async () => (await import("./resumeQuestion.ts")).resumeQuestion,
  window: async () => (await import("./windowQuestion.ts")).windowQuestion,
};
