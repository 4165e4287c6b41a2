import { homedir } from "node:os";

/** The user's home; none where neither the environment nor the system knows one, as in containers that run with any user id. */
export function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
