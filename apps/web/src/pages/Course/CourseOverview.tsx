import type { JSX } from "preact";
import { appMessages } from "../../i18n/appMessages.ts";
import { language } from "../../i18n/language.ts";
import { numberText } from "../../i18n/numberText.ts";
import { lessonProgress } from "../../state/lessonProgress.ts";
import { ForClass } from "./ForClass.tsx";
import { hrefOf } from "../../state/route.ts";
import { lessons } from "./lessons.ts";
import { courseMessages } from "./messages.ts";

/** The lessons, in their order. */
export function CourseOverview(): JSX.Element {
  const t = courseMessages.value;
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.course}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <div class="stack">
        <ol class="lessons">
          {lessons.map(({ slug, outline }) => {
            const { title, steps } = outline[language.value];
            const done = steps.filter((step) => lessonProgress.value.has(step));
            return (
              <li key={slug}>
                <a href={hrefOf(`course/${slug}`, {})}>{title}</a>{" "}
                {done.length > 0 && (
                  <span class="quiet small">
                    {t.doneOf(numberText(done.length), numberText(steps.length))}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
        <p>
          <a href={hrefOf("course/reached", {})}>{t.reachedLink}</a>
        </p>
        <ForClass />
      </div>
    </>
  );
}
