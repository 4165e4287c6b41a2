import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@minibatch/testing";

/** As much of axe-core's report as is shown when something is wrong. */
interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** What the page's script of axe-core puts into the page. */
declare const axe: {
  run(
    context: Document,
    options: { readonly resultTypes: readonly string[] },
  ): Promise<{ readonly violations: readonly AxeViolation[] }>;
};

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Each theme and each language once: no text has another colour in another language, and no name another one in the dark. */
export const themesAndLanguages = [
  { theme: "light", lang: "en" },
  { theme: "dark", lang: "zh" },
] as const;

/** Lets axe-core look at a page, as often as is wanted while it is not loaded anew. */
export interface AxeChecks {
  /** Looks at the page as it is, once it is at rest. @param where what it shows, for what is found */
  readonly check: (where: string) => Promise<void>;
  /** What was found, a text each. */
  readonly found: readonly string[];
}

/** Puts axe-core into a page. */
export async function axeChecks(page: Page): Promise<AxeChecks> {
  await page.evaluate(await readFile(axePath, "utf8"));
  const found: string[] = [];
  return {
    found,
    async check(where) {
      await atRest(page);
      const violations = await page.evaluate(
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations,
      );
      for (const { id: rule, help, nodes } of violations) {
        const places = nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`);
        found.push(`${where}: ${rule}, ${help}\n${places.join("\n")}`);
      }
    },
  };
}

/** Waits until the page has not changed for half a second, so that what is checked is there. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));
    let same = 0;
    for (let round = 0; round < 40 && same < 2; round += 1) {
      const before = document.body.outerHTML;
      await wait();
      same = document.body.outerHTML === before ? same + 1 : 0;
    }
  });
}
