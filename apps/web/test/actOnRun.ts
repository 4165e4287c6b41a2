import type { Locator, Page } from "@minibatch/testing";

/**
 * Presses what stands behind "More" in a line of the kept runs.
 *
 * @param within a line, or all that has lines: the first one, then
 * @param name the beginning of what is pressed
 */
export async function actOnRun(
  within: Pick<Page | Locator, "locator">,
  name: RegExp,
  role: "button" | "link" = "button",
): Promise<void> {
  const more = within.locator(".more-actions").first();
  if ((await more.getAttribute("open")) === null) await more.locator("summary").click();
  await more.getByRole(role, { name }).click();
}
