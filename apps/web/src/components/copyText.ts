/**
 * Puts a text where one pastes from.
 *
 * @returns whether it is there: not over plain http nor in a frame of another site, which browsers do not let
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
