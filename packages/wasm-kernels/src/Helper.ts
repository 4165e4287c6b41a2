/** A thread that was started to help. */
export interface Helper {
  /** Called once, when it is about to help. */
  onUp(listener: () => void): void;
  /** Called at most once, with the reason, when it cannot be started or dies. */
  onGone(listener: (reason: string) => void): void;
  /** From here on it does not keep the process alive; no thread does in a browser. */
  release(): void;
  terminate(): void;
}
