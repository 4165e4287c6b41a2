import type { Page } from "@minibatch/testing";

/**
 * Measures how long pages and their workers keep processors busy while something is done, in a Chromium of the test's own.
 *
 * @returns seconds of all threads together: unlike the time on the wall, they do not grow when other programs have the processor
 */
export async function processorSeconds(page: Page, action: () => Promise<void>): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error("The page belongs to no browser that could be asked.");
  const used = async (): Promise<number> => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo
      .filter(({ type }) => type === "renderer")
      .reduce((seconds, { cpuTime }) => seconds + cpuTime, 0);
  };
  const before = await used();
  await action();
  return (await used()) - before;
}
