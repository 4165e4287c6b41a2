import { useSignal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { appMessages } from "./messages.ts";
import type { PageEntry } from "./pages.ts";

/** A page whose code is on its way. */
export function LazyPage({ page }: { readonly page: PageEntry }): JSX.Element {
  const loaded = useSignal<{ readonly Page: ComponentType } | "loading" | "failed">("loading");
  useEffect(() => {
    page.load().then(
      (Page) => (loaded.value = { Page }),
      () => (loaded.value = "failed"),
    );
  }, [loaded, page]);
  const t = appMessages.value;
  if (loaded.value === "loading") return <p class="quiet">{t.loading}</p>;
  if (loaded.value === "failed") return <p role="alert">{t.loadFailed}</p>;
  const { Page } = loaded.value;
  return <Page />;
}
