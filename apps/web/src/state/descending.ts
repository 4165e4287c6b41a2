import { type LessonTrainings, lessonTrainings } from "./lessonTrainings.ts";

/** The networks of growing size that the figure of double descent measures. */
export const descending: LessonTrainings<"descend"> = lessonTrainings("descend");
