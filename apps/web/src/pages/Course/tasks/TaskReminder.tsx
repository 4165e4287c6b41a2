import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import { useLoaded } from "../../../components/useLoaded.ts";
import { MarkedText } from "../../../glossary/MarkedText.tsx";
import { language } from "../../../i18n/language.ts";
import { hrefOf, route } from "../../../state/route.ts";
import { lessons } from "../lessons.ts";
import { courseMessages } from "../messages.ts";
import { lessonTasks } from "./lessonTasks.ts";

/** On a page that a task of a lesson set up: what the task is, and the way back to it. */
export function TaskReminder(): JSX.Element | null {
  const id = route.value.parameters["task"] ?? "";
  const lesson = lessons.find(({ outline }) => outline.en.steps.includes(`task:${id}`));
  return lesson ? (
    <Reminder key={id} id={id} slug={lesson.slug} title={lesson.outline[language.value].title} />
  ) : null;
}

function Reminder({ id, slug, title }: ReminderProps): JSX.Element | null {
  const t = courseMessages.value;
  const loaded = useLoaded(useCallback(async () => lessonTasks[id]?.(), [id]));
  const task = typeof loaded === "object" ? loaded.value : undefined;
  return (
    <div class="notice" role="note" aria-label={t.task}>
      <p>
        <strong>{`${t.task}: `}</strong>
        {task && <MarkedText text={task.text()} />}
      </p>
      <p>
        <a href={hrefOf(`course/${slug}`, { task: id })}>{t.backTo(title)}</a>
      </p>
    </div>
  );
}

interface ReminderProps {
  /** Of the task. */
  readonly id: string;
  /** Of its lesson. */
  readonly slug: string;
  readonly title: string;
}
