import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { appMessages } from "../../../i18n/appMessages.ts";
import { MarkedText } from "../../../glossary/MarkedText.tsx";
import { lessonProgress, markDone } from "../../../state/lessonProgress.ts";
import { hrefOf, route } from "../../../state/route.ts";
import { courseMessages } from "../messages.ts";
import type { LessonTask, TaskOutcome } from "./LessonTask.ts";

/** A task, the way to do it and the button that looks whether it is done. */
export function Task({ task: { id, text, check, workbench } }: TaskProps): JSX.Element {
  const t = courseMessages.value;
  const outcome = useSignal<TaskOutcome | undefined>(undefined);
  const look = async (): Promise<void> => {
    const seen = await check();
    outcome.value = seen;
    if (seen.isSolved) markDone("task", id);
  };
  const isDone = lessonProgress.value.has(`task:${id}`);
  const seen = outcome.value;
  // Back from the workbench: to the task, not to the top of the lesson.
  const place = useRef<HTMLDivElement>(null);
  const isWanted = route.value.parameters["task"] === id;
  useEffect(() => {
    if (!isWanted) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "center" });
  }, [isWanted]);
  return (
    <div ref={place} class="lesson-step" data-task={id} tabIndex={-1} role="group" aria-label={t.task}>
      <p>
        <strong>{`${t.task}: `}</strong>
        <MarkedText text={text()} />
      </p>
      <div class="row">
        {workbench && (
          <a class="button" href={hrefOf(workbench.page, { ...workbench.parameters, task: id })}>
            {t.workbench(appMessages.value[workbench.page])}
          </a>
        )}
        <button type="button" onClick={() => void look()}>
          {t.check}
        </button>
      </div>
      <p role="status" data-solved={seen ? seen.isSolved : isDone || undefined}>
        {seen ? (
          <>
            {`${seen.isSolved ? t.solved : t.notYet} `}
            <MarkedText text={seen.text()} />
          </>
        ) : (
          isDone && t.solved
        )}
      </p>
    </div>
  );
}

interface TaskProps {
  readonly task: LessonTask;
}
