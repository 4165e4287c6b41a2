import { useEffect, useState } from "preact/hooks";

/** What is on its way, here or failed. */
export type Loaded<Value> = { readonly value: Value } | "loading" | "failed";

/**
 * Loads something when a component is first shown, and anew when the function is another one; what comes late, for the one before, is
 * dropped.
 */
export function useLoaded<Value>(load: () => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<{ readonly of: typeof load; readonly loaded: Loaded<Value> }>();
  useEffect(() => {
    let isWanted = true;
    const set = (loaded: Loaded<Value>): void => {
      if (isWanted) setState({ of: load, loaded });
    };
    load().then(
      (value) => set({ value }),
      () => set("failed"),
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return state?.of === load ? state.loaded : "loading";
}
