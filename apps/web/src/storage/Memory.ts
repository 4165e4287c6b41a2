/** The kinds of things that the app keeps. */
export type StoreName = "runs" | "checkpoints" | "models" | "modelFiles" | "epochs";

/** Why something is kept in memory only: the browser keeps nothing for the page, or has no room left. */
export type MemoryReason = "blocked" | "full";

/** What is kept as long as the page is open, where the browser would not take it. */
export interface Memory {
  get(store: StoreName, key: string): Promise<unknown>;
  /** Keys and values. */
  entries(store: StoreName): Promise<(readonly [string, unknown])[]>;
  put(store: StoreName, key: string, value: unknown, reason: MemoryReason): Promise<void>;
  delete(store: StoreName, key: string): Promise<void>;
}
