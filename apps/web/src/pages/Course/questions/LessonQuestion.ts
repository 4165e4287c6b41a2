import type { Language } from "../../../i18n/language.ts";

/** A question of a lesson, to answer before one moves the figure below it. */
export interface LessonQuestion {
  /** What a comment `<!-- question: id -->` of a guide places. */
  readonly id: string;
  /** The place of the right answer. */
  readonly right: number;
  /** The same answers in the same order in every language. */
  readonly texts: Readonly<Record<Language, QuestionText>>;
}

/** A question in one language. */
export interface QuestionText {
  readonly question: string;
  /** Two or more, each with what is said to who has chosen it. */
  readonly answers: readonly { readonly text: string; readonly why: string }[];
}
