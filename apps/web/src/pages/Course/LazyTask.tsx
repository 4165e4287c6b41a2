import type { JSX } from "preact";
import { appMessages } from "../../i18n/appMessages.ts";
import { useLoaded } from "../../components/useLoaded.ts";
import type { LessonTask } from "./tasks/LessonTask.ts";
import { lessonTasks } from "./tasks/lessonTasks.ts";
import { Task } from "./tasks/Task.tsx";

const none = (): Promise<LessonTask> => Promise.reject(new Error("There is no such task."));

/** A task whose code is on its way. */
export function LazyTask({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(lessonTasks[id] ?? none);
  if (loaded === "loading") return <p class="quiet">{appMessages.value.loading}</p>;
  if (loaded === "failed") return <p role="alert">{appMessages.value.loadFailed}</p>;
  return <Task task={loaded.value} />;
}
