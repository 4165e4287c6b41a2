import type { ComponentType } from "preact";

/** A page: the first part of its address, which also names its title in `appMessages`, and its code. */
export interface PageEntry {
  readonly id:
    | "data"
    | "own"
    | "build"
    | "train"
    | "runs"
    | "evaluate"
    | "draw"
    | "regression"
    | "course"
    | "glossary"
    | "explore";
  /** Where links lead to it from, if the navigation does not name it: the page that is marked there meanwhile. */
  readonly within?: PageEntry["id"];
  /** Loads the code when the page is first opened. */
  readonly load: () => Promise<ComponentType>;
}

/** The pages that work, in the order of the navigation. */
export const pages: readonly PageEntry[] = [
  { id: "data", load: async () => (await import("./Data/DataPage.tsx")).DataPage },
  { id: "own", load: async () => (await import("./OwnData/OwnDataPage.tsx")).OwnDataPage },
  { id: "build", load: async () => (await import("./Build/BuildPage.tsx")).BuildPage },
  { id: "train", load: async () => (await import("./Train/TrainPage.tsx")).TrainPage },
  { id: "runs", load: async () => (await import("./Runs/RunsPage.tsx")).RunsPage },
  { id: "evaluate", load: async () => (await import("./Evaluate/EvaluatePage.tsx")).EvaluatePage },
  { id: "draw", load: async () => (await import("./Draw/DrawPage.tsx")).DrawPage },
  {
    id: "regression",
    load: async () => (await import("./Regression/RegressionPage.tsx")).RegressionPage,
  },
  { id: "course", load: async () => (await import("./Course/CoursePage.tsx")).CoursePage },
  {
    id: "glossary",
    within: "course",
    load: async () => (await import("./Glossary/GlossaryPage.tsx")).GlossaryPage,
  },
  {
    id: "explore",
    within: "runs",
    load: async () => (await import("./Explore/ExplorePage.tsx")).ExplorePage,
  },
];

/** The page that an address means: the first part of its path, which may have had another name before. */
export function pageOf(path: string): PageEntry | undefined {
  const [name = ""] = path.split("/");
  const id = name === "learn" ? "course" : name;
  return pages.find((page) => page.id === id);
}
