import type { FollowedRun } from "./FollowedRun.ts";

/** How a run can be ended before its last epoch: to go on later, or for good. */
export type RunEnding = "pause" | "stop";

/** What the tabs of this browser tell each other. */
export type TabMessage =
  /** Who has this run, how does it go? */
  | { readonly type: "ask"; readonly run: string }
  /** Whoever has this run should end it so. */
  | { readonly type: "end"; readonly run: string; readonly how: RunEnding }
  | { readonly type: "training"; readonly training: FollowedRun };

let channel: BroadcastChannel | null | undefined;

/** The way to the other tabs of this page; none where the browser has none for it, as where its storage is blocked. */
function tabs(): BroadcastChannel | undefined {
  if (channel === undefined) {
    try {
      channel = new BroadcastChannel("minibatch");
    } catch {
      channel = null;
    }
  }
  return channel ?? undefined;
}

/** Tells the other tabs something. */
export function tellTabs(message: TabMessage): void {
  tabs()?.postMessage(message);
}

/** Hears what the other tabs say; the return value ends it. */
export function hearTabs(hear: (message: TabMessage) => void): () => void {
  const listener = ({ data }: MessageEvent<TabMessage>): void => hear(data);
  tabs()?.addEventListener("message", listener);
  return () => tabs()?.removeEventListener("message", listener);
}
