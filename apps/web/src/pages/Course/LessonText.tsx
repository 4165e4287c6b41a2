import type { JSX } from "preact";
import { goTo } from "../../state/route.ts";
import { LazyFigure } from "./LazyFigure.tsx";
import { LazyQuestion } from "./LazyQuestion.tsx";
import { LazyTask } from "./LazyTask.tsx";
import { LessonCodes } from "./LessonCodes.tsx";
import type { LessonPart } from "./LessonSource.ts";

/** The parts of a lesson in their order: all of its prose passes here, as HTML. */
export function LessonText({ parts }: { readonly parts: readonly LessonPart[] }): JSX.Element {
  return (
    <>
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { readonly part: LessonPart }): JSX.Element {
  if (part.kind === "text") {
    // Made from the guide when the app is built, so that there is nothing of others in it.
    return <div class="prose" onClick={followLink} dangerouslySetInnerHTML={{ __html: part.html }} />;
  }
  if (part.kind === "code") return <LessonCodes codes={part.codes} />;
  if (part.kind === "figure") return <LazyFigure id={part.id} />;
  if (part.kind === "question") return <LazyQuestion id={part.id} />;
  return <LazyTask id={part.id} />;
}

/** Language and theme of the address go along to another lesson, as with the links that the app makes itself. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : undefined;
  const hash = link?.getAttribute("href") ?? "";
  if (!hash.startsWith("#/") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  goTo(hash.slice(2), {});
}
