import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import { appMessages } from "../../i18n/appMessages.ts";
import { useLoaded } from "../../components/useLoaded.ts";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { language } from "../../i18n/language.ts";
import { hrefOf } from "../../state/route.ts";
import { type Lesson, lessons } from "./lessons.ts";
import { LessonText } from "./LessonText.tsx";
import { courseMessages } from "./messages.ts";

/** A lesson: its text with what it places, and the way on. */
export function LessonPage({ lesson }: { readonly lesson: Lesson }): JSX.Element {
  const t = courseMessages.value;
  const tongue = language.value;
  const loaded = useLoaded(useCallback(() => lesson.load(tongue), [lesson, tongue]));
  const at = lessons.indexOf(lesson);
  const around = [
    { name: t.before, to: lessons[at - 1] },
    { name: t.next, to: lessons[at + 1] },
  ];
  const parts = typeof loaded === "object" ? loaded.value.parts : [];
  const figures = parts.flatMap((part) => (part.kind === "figure" ? [part.id] : []));
  return (
    <article class="lesson">
      <div class="stack tight">
        <p class="quiet">
          <a href={hrefOf("course", {})}>{appMessages.value.course}</a>
        </p>
        <h1>{lesson.outline[tongue].title}</h1>
      </div>
      <UnknownNames parameters={[{ name: "show", label: t.figure, names: figures }]} />
      {loaded === "loading" && <p class="quiet">{appMessages.value.loading}</p>}
      {loaded === "failed" && <p role="alert">{appMessages.value.loadFailed}</p>}
      <LessonText parts={parts} />
      <nav class="row" aria-label={t.lessons}>
        {around.map(
          ({ name, to }) =>
            to && (
              <a key={name} class="button" href={hrefOf(`course/${to.slug}`, {})}>
                {`${name}: ${to.outline[tongue].title}`}
              </a>
            ),
        )}
      </nav>
    </article>
  );
}
