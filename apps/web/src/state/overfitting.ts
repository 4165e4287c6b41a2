import { type LessonTraining, type LessonTrainings, lessonTrainings } from "./lessonTrainings.ts";

/** A small network that learned, or learns, from few digits. */
export type OverfitRun = LessonTraining<"overfit">;

/** The networks that the lesson on overfitting trains. */
export const overfitting: LessonTrainings<"overfit"> = lessonTrainings("overfit");
