/** Code of a lesson, as its guide has it. */
export interface LessonCode {
  readonly language: "js" | "python";
  readonly text: string;
}

/** A piece of a lesson: text as HTML, the same program in several languages, or what a comment of the guide places. */
export type LessonPart =
  | { readonly kind: "text"; readonly html: string }
  | { readonly kind: "code"; readonly codes: readonly LessonCode[] }
  | { readonly kind: "figure" | "question" | "task"; readonly id: string };

/** A guide as the page Course shows it. */
export interface LessonSource {
  /** Its heading, without the number. */
  readonly title: string;
  readonly parts: readonly LessonPart[];
}

/** What the list of lessons says of one. */
export interface LessonOutline {
  readonly title: string;
  /** Its questions and tasks, as `lessonProgress` has them: `task:leap`. */
  readonly steps: readonly string[];
}
