import type { JSX } from "preact";
import { LazyFigure } from "./LazyFigure.tsx";
import { LazyQuestion } from "./LazyQuestion.tsx";
import { LazyTask } from "./LazyTask.tsx";
import { LessonCodes } from "./LessonCodes.tsx";
import { LessonProse } from "./LessonProse.tsx";
import type { LessonPart } from "./LessonSource.ts";

/** The parts of a lesson in their order. */
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
  if (part.kind === "text") return <LessonProse html={part.html} />;
  if (part.kind === "code") return <LessonCodes codes={part.codes} />;
  if (part.kind === "figure") return <LazyFigure id={part.id} />;
  if (part.kind === "question") return <LazyQuestion id={part.id} />;
  return <LazyTask id={part.id} />;
}
