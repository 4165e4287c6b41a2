import "./course.css";
import { useEffect } from "preact/hooks";
import type { JSX } from "preact";
import { appMessages } from "../../i18n/appMessages.ts";
import { hrefOf, route } from "../../state/route.ts";
import { CourseOverview } from "./CourseOverview.tsx";
import { LazyPage } from "../../components/LazyPage.tsx";
import { LessonPage } from "./LessonPage.tsx";
import { lessons } from "./lessons.ts";
import { lessonOfFigure } from "./lessonOfFigure.ts";
import { courseMessages } from "./messages.ts";

const loadReached = async () => (await import("./ReachedPage.tsx")).ReachedPage;

/** The course: `#/course` lists its lessons, `#/course/<slug>` is one of them, `#/course/reached` what was done of them. */
export function CoursePage(): JSX.Element | null {
  const { page, parameters } = route.value;
  const [name, slug = ""] = page.split("/");
  const lesson = lessons.find((lesson) => lesson.slug === slug);
  const isOld = name === "learn";
  useEffect(() => {
    if (!isOld) return;
    const of = lessonOfFigure[parameters["show"] ?? ""];
    globalThis.location.replace(hrefOf(of === undefined ? "course" : `course/${of}`, parameters));
  }, [isOld, parameters]);
  if (isOld) return null;
  if (lesson) return <LessonPage key={slug} lesson={lesson} />;
  if (slug === "") return <CourseOverview />;
  if (slug === "reached") return <LazyPage load={loadReached} />;
  const t = courseMessages.value;
  return (
    <div class="stack tight">
      <h1>{t.noLesson(slug)}</h1>
      <p>
        <a href={hrefOf("course", {})}>{appMessages.value.course}</a>
      </p>
    </div>
  );
}
