import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { appMessages } from "../../i18n/appMessages.ts";
import { useLoaded } from "../../components/useLoaded.ts";
import { dayText } from "../../i18n/dayText.ts";
import { language } from "../../i18n/language.ts";
import { numberText } from "../../i18n/numberText.ts";
import { lessonProgress } from "../../state/lessonProgress.ts";
import { remember, remembered } from "../../state/remembered.ts";
import { hrefOf } from "../../state/route.ts";
import { lessons } from "./lessons.ts";
import { courseMessages } from "./messages.ts";
import { lessonQuestions } from "./questions/lessonQuestions.ts";
import { lessonTasks } from "./tasks/lessonTasks.ts";

/** What was reached in the course, to print: each lesson with its questions and tasks, and the day of each that is done. */
export function ReachedPage(): JSX.Element {
  const t = courseMessages.value;
  const loaded = useLoaded(loadSteps);
  const name = useSignal(remembered("learner") ?? "");
  const nameId = useId();
  const steps = lessons.flatMap(({ outline }) => outline[language.value].steps);
  const done = steps.filter((step) => lessonProgress.value.has(step)).length;
  const textOf = typeof loaded === "object" ? loaded.value : undefined;
  return (
    <article class="reached">
      <div class="stack tight">
        <p class="quiet link-back">
          <a href={hrefOf("course", {})}>{appMessages.value.course}</a>
        </p>
        <h1>{t.reached}</h1>
        <p>{t.reachedOf(numberText(done), numberText(steps.length))}</p>
        <p class="quiet kept-here">{t.reachedHere}</p>
      </div>
      <div class="field">
        <label for={nameId}>{t.learner}</label>
        <input
          id={nameId}
          autoComplete="name"
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
            remember("learner", currentTarget.value);
          }}
        />
      </div>
      <div class="row">
        <button type="button" onClick={() => globalThis.print()}>
          {t.print}
        </button>
      </div>
      {loaded === "failed" && <p role="alert">{appMessages.value.loadFailed}</p>}
      {lessons.map(({ slug, outline }) => {
        const { title, steps } = outline[language.value];
        return (
          <section key={slug} class="stack tight" aria-labelledby={`reached-${slug}`}>
            <h2 id={`reached-${slug}`}>
              <a href={hrefOf(`course/${slug}`, {})}>{title}</a>
            </h2>
            <ul>
              {steps.map((step) => {
                const day = lessonProgress.value.get(step);
                const kind = step.startsWith("task:") ? t.task : t.question;
                return (
                  <li key={step} data-step={step} data-done={day !== undefined}>
                    {`${kind}: ${textOf?.(step) ?? ""} `}
                    <span class="quiet">{day === undefined ? t.open : day ? dayText(day) : t.done}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </article>
  );
}

/** Loads the words of all questions and tasks; what it gives says them in the language of the moment. */
async function loadSteps(): Promise<(step: string) => string | undefined> {
  const [questions, tasks] = await Promise.all([
    Promise.all(Object.values(lessonQuestions).map((load) => load())),
    Promise.all(Object.values(lessonTasks).map((load) => load())),
  ]);
  const texts = new Map<string, () => string>([
    ...questions.map(({ id, texts }) => [`question:${id}`, () => texts[language.value].question] as const),
    ...tasks.map(({ id, text }) => [`task:${id}`, text] as const),
  ]);
  return (step) => texts.get(step)?.();
}
