import type { ComponentType, JSX } from "preact";
import { useLoaded } from "./useLoaded.ts";
import { appMessages } from "../i18n/appMessages.ts";

/** A page whose code is on its way. */
export function LazyPage({ load }: { readonly load: () => Promise<ComponentType> }): JSX.Element {
  const loaded = useLoaded(load);
  const t = appMessages.value;
  if (loaded === "loading") return <p class="quiet">{t.loading}</p>;
  if (loaded === "failed") {
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
  const { value: Page } = loaded;
  return <Page />;
}
