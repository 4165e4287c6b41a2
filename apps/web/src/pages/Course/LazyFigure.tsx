import type { JSX } from "preact";
import { appMessages } from "../../i18n/appMessages.ts";
import { useLoaded } from "../../components/useLoaded.ts";
import type { LessonFigure } from "./figures/LessonFigure.ts";
import { lessonFigures } from "./figures/lessonFigures.ts";

const none = (): Promise<LessonFigure> => Promise.reject(new Error("There is no such figure."));

/** A figure whose code is on its way. */
export function LazyFigure({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(lessonFigures[id] ?? none);
  if (loaded === "loading") return <p class="lesson-figure quiet">{appMessages.value.loading}</p>;
  if (loaded === "failed") return <p role="alert">{appMessages.value.loadFailed}</p>;
  const { View } = loaded.value;
  return <View />;
}
