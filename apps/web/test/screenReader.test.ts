import type { Page } from "@minibatch/testing";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

const transcript = fileURLToPath(new URL("../../../docs/screen-reader.md", import.meta.url));

/** Has the page note what a screen reader says by itself: what changes in places that are read aloud. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const said: string[] = [];
    (globalThis as unknown as { said: string[] }).said = said;
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const node = target instanceof Element ? target : target.parentElement;
        const text = node?.closest("[role=status], [role=alert]")?.textContent?.trim() ?? "";
        if (text !== "" && said.at(-1) !== text) said.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What differs from machine to machine, and from one second to the next, is left out. */
function steady(text: string): string {
  return (
    text
      .replaceAll(/[\d.,]+\s?%/g, "…%")
      .replaceAll(/Computed by .*/g, "Computed by …")
      .replaceAll(
        /^(\s*)- term: (Samples\/s|Duration|Time left)\n\s*- definition: .*/gm,
        "$1- term: $2\n$1- definition: …",
      )
      .replaceAll(/(After 1 epoch: )[\d.]+/g, "$1…")
      .replaceAll(/\/url: .*/g, "/url: …")
      // What can be chosen, and the numbers of axes.
      .replaceAll(/^ *- option (?!.*\[selected\]).*\n/gm, "")
      .replaceAll(/('img "[^"]*"'): .*/g, "$1")
  );
}

// After a change: `vitest run apps/web/test/screenReader.test.ts -u` writes it anew.
it(
  "what a screen reader finds and says of a training is what docs/screen-reader.md says",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/train?epochs=1&limit=640&backend=wasm" });
    await page.getByText("34,826 parameters").waitFor();
    const settings = await page.locator("main form fieldset").first().ariaSnapshot();
    await listen(page);
    await page.getByRole("button", { name: "Start training" }).press("Enter");
    await page.waitForSelector('[data-status="done"]');
    await expect.poll(() => page.textContent("[data-run-end]")).toMatch(/has finished/);
    const said = await page.evaluate(() => (globalThis as unknown as { said: readonly string[] }).said);
    const result = await page
      .getByRole("region", { name: "Small convnet on synthetic digits" })
      .ariaSnapshot();
    const text = `# A training, as a screen reader has it

Written and held by \`apps/web/test/screenReader.test.ts\`: the accessibility tree of the page Train, and what its live regions say while a network trains for one
epoch. Numbers that hang on the machine are left out.

## The settings

\`\`\`yaml
${settings}
\`\`\`

## Said while it trains

${said.map((line) => `- ${line}`).join("\n")}

## The result

\`\`\`yaml
${result}
\`\`\`
`;
    await expect(steady(text)).toMatchFileSnapshot(transcript);
  },
);
