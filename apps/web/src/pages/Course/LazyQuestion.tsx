import type { JSX } from "preact";
import { appMessages } from "../../i18n/appMessages.ts";
import { useLoaded } from "../../components/useLoaded.ts";
import type { LessonQuestion } from "./questions/LessonQuestion.ts";
import { lessonQuestions } from "./questions/lessonQuestions.ts";
import { Question } from "./questions/Question.tsx";

const none = (): Promise<LessonQuestion> => Promise.reject(new Error("There is no such question."));

/** A question whose text is on its way. */
export function LazyQuestion({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(lessonQuestions[id] ?? none);
  if (loaded === "loading") return <p class="quiet">{appMessages.value.loading}</p>;
  if (loaded === "failed") return <p role="alert">{appMessages.value.loadFailed}</p>;
  return <Question question={loaded.value} />;
}
