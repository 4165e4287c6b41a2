import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** What the page has drawn, and when, in milliseconds since it was asked for. */
interface Seen {
  readonly firstView: number;
  readonly moved: number;
  readonly answered: number;
}

it(
  "on a line of 1.6 Mbit/s and a CPU of a quarter of the speed, something moves within 2 s of the first view, and a digit is read",
  patience,
  async (context) => {
    const { page, url } = await openApp(context, { alone: true, hash: "#/learn", offline: true });
    // A first visit, in a browser that has kept nothing.
    const tabs = await page
      .context()
      .browser()
      ?.newContext({ viewport: { width: 1280, height: 900 } });
    if (!tabs) throw new Error("The page belongs to no browser.");
    const fresh = await tabs.newPage();
    const devtools = await tabs.newCDPSession(fresh);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    // The page tells it by itself: once its service worker has all of it, it is loaded once more, and what it has seen is gone.
    let give: ((seen: Seen) => void) | undefined;
    const told = new Promise<Seen>((resolve) => (give = resolve));
    await fresh.exposeFunction("tell", (seen: Seen) => give?.(seen));
    await fresh.addInitScript(() => {
      const seen = { moved: 0, answered: 0, bars: new Set<string>() };
      const look = (): void => {
        const read = document.querySelector(".read");
        seen.bars.add(read?.querySelector(".probabilities")?.textContent ?? "");
        // Nothing, the first bars, and others.
        if (seen.bars.size > 2) seen.moved ||= performance.now();
        if (seen.answered > 0 || !/The network reads \d/.test(read?.textContent ?? "")) return;
        seen.answered = performance.now();
        const [paint] = performance.getEntriesByName("first-contentful-paint");
        const { tell } = globalThis as unknown as { tell: (seen: Seen) => void };
        tell({ firstView: paint?.startTime ?? 0, moved: seen.moved, answered: seen.answered });
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await fresh.goto(`${url}#/`);
    const { firstView, moved, answered } = await told;
    expect(firstView).toBeGreaterThan(0);
    expect(moved).toBeGreaterThan(firstView);
    expect(moved - firstView).toBeLessThan(2000);
    expect(answered).toBeGreaterThan(moved);
    await tabs.close();
  },
);

it(
  "three pictures of networks that learn move for a moment, and again when asked; who asks for less motion sees their ends",
  patience,
  async (context) => {
    const { page } = await openApp(context);
    const live = page.locator(".live");
    await expect.poll(() => live.locator("canvas").count()).toBe(3);
    const picture = (): Promise<string> =>
      live
        .locator("canvas")
        .first()
        .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const again = live.getByRole("button", { name: "Watch them again" });
    await expect.poll(() => again.isEnabled()).toBe(true);
    const end = await picture();
    await again.click();
    await expect.poll(picture).not.toBe(end);
    await live.getByText("500 batches: 100.0 % of other points right").waitFor();
    await expect.poll(picture).toBe(end);

    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(globalThis, { seen });
      const look = (): void =>
        void seen.add(document.querySelector(".live figcaption .quiet")?.textContent ?? "");
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await again.click();
    await again.click();
    await live.getByRole("link", { name: "A boundary bends around two spirals" }).click();
    await page.waitForSelector('[data-build-status="ready"]');
    await page.goBack();
    await live.getByText("500 batches").waitFor();
    const seen = await page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen]);
    expect(seen.filter((text) => text !== "" && !text.startsWith("500 batches"))).toEqual([]);
  },
);
