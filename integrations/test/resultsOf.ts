import type { Page } from "@minibatch/testing";

/** What the page of a project leaves in `globalThis.results`; an error there is the test's. */
export function resultsOf(page: Page): Promise<unknown> {
  return page.evaluate(() => (globalThis as unknown as { readonly results: Promise<unknown> }).results);
}
