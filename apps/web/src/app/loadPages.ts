import { pages } from "./pages.ts";

/** Loads the code of all pages, to have it later. */
export function loadPages(): void {
  for (const { load } of pages) {
    load().catch(() => {
      // The page says so when it is opened.
    });
  }
}
