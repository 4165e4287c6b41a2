import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "the app works with no network after the first visit: every page opens, data are drawn, a network trains",
  patience,
  async (context) => {
    const { page, goTo, stopServer } = await openApp(context, { offline: true });
    await stopServer();
    await page.reload();
    const pages = await page
      .locator("nav a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(pages.length).toBeGreaterThan(1);
    for (const hash of pages) {
      await goTo(hash);
      await page.waitForSelector("h1");
    }
    await goTo("#/data");
    await page.waitForSelector(".samples canvas");
    await goTo("#/train?epochs=1&limit=320&backend=wasm");
    await page.getByRole("button", { name: "Start training" }).click();
    await page.waitForSelector('[data-status="done"]');
    expect(await page.textContent("body")).toContain("threads");
  },
);

it(
  "the page's policy refuses inline scripts, eval, WebAssembly and other servers; its worker may use WebAssembly",
  patience,
  async (context) => {
    const { page, faults } = await openApp(context, { offline: true });
    const refused = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        violations.push(effectiveDirective);
      });
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      document.head.append(script);
      // In a task of its own: what a debugger evaluates may evaluate text.
      const attempt = (action: () => unknown): Promise<boolean> =>
        new Promise((resolve) => {
          const run = async (): Promise<unknown> => action();
          setTimeout(
            () =>
              void run().then(
                () => resolve(true),
                () => resolve(false),
              ),
            0,
          );
        });
      const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
      const outcome = {
        inline: "ran" in globalThis,
        // oxlint-disable-next-line no-eval, no-implied-eval -- that it is refused is the point
        eval: await attempt(() => globalThis.eval("1")),
        wasm: await attempt(() => WebAssembly.compile(empty)),
        fetch: await attempt(() => fetch("http://127.0.0.1:1/")),
      };
      while (new Set(violations).size < 3) await new Promise((resolve) => setTimeout(resolve, 10));
      return { ...outcome, violations: [...new Set(violations)].sort((a, b) => a.localeCompare(b)) };
    });
    expect(refused).toEqual({
      inline: false,
      eval: false,
      wasm: false,
      fetch: false,
      violations: ["connect-src", "script-src", "script-src-elem"],
    });
    // These are the ones that were asked for.
    faults.length = 0;
  },
);
