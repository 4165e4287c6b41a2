import { filled, words } from "./words.ts";

/** Why there is no picture from a camera, in the words of the page where the browser's reason is a known one. */
export function cameraProblem(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  const reasons: Readonly<Record<string, string>> = {
    NotAllowedError: words.cameraRefused,
    NotFoundError: words.cameraMissing,
    NotReadableError: words.cameraBusy,
  };
  // Other pages do not even have what one would ask.
  const known = navigator.mediaDevices === undefined ? words.cameraOnlySafe : reasons[name];
  const reason = known ?? (error instanceof Error ? error.message : String(error));
  return filled(words.noCamera, { reason: reason.replace(/\.$/, "") });
}
