import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { MarkedText } from "../../../glossary/MarkedText.tsx";
import { language } from "../../../i18n/language.ts";
import { markDone } from "../../../state/lessonProgress.ts";
import { courseMessages } from "../messages.ts";
import type { LessonQuestion } from "./LessonQuestion.ts";

/** A question with answers to choose from, each of which says why it is right or not. */
export function Question({ question: { id, right, texts } }: QuestionProps): JSX.Element {
  const t = courseMessages.value;
  const chosen = useSignal<number | undefined>(undefined);
  const { question, answers } = texts[language.value];
  const isRight = chosen.value === right;
  const choose = (at: number): void => {
    chosen.value = at;
    if (at === right) markDone("question", id);
  };
  return (
    <fieldset class="lesson-step" data-question={id}>
      <legend>
        {`${t.question}: `}
        <MarkedText text={question} />
      </legend>
      {answers.map(({ text }, at) => (
        <label key={at} class="answer">
          <input
            type="radio"
            name={`question-${id}`}
            checked={chosen.value === at}
            onChange={() => choose(at)}
          />
          <span>{text}</span>
        </label>
      ))}
      <p role="status" data-right={chosen.value === undefined ? undefined : isRight}>
        {chosen.value !== undefined && (
          <>
            {`${isRight ? t.right : t.wrong} `}
            <MarkedText text={answers[chosen.value]?.why ?? ""} />
          </>
        )}
      </p>
    </fieldset>
  );
}

interface QuestionProps {
  readonly question: LessonQuestion;
}
