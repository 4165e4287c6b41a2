import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "./messages.ts";
import type { PageEntry } from "./pages.ts";

/** A page whose code is on its way. */
export function LazyPage({ load }: { readonly load: PageEntry["load"] }): JSX.Element {
  const loaded = useSignal<{ readonly Page: ComponentType } | "loading" | "failed">("loading");
  useEffect(() => {
    load().then(
      (Page) => (loaded.value = { Page }),
      () => (loaded.value = "failed"),
    );
  }, [loaded, load]);
  const t = appMessages.value;
  if (loaded.value === "loading") return <p class="quiet">{t.loading}</p>;
  if (loaded.value === "failed") {
    return (
      <div class="stack tight" role="alert">
        <p>{t.loadFailed}</p>
        <p>
          <button type="button" onClick={() => globalThis.location.reload()}>
            {t.reload}
          </button>
        </p>
      </div>
    );
  }
  const { Page } = loaded.value;
  return <Page />;
}
