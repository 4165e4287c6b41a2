import type { JSX } from "preact";
import { appMessages } from "../i18n/appMessages.ts";
import { bundledModel } from "../state/modelReference.ts";
import { hrefOf, setParameters } from "../state/route.ts";

/** What is shown in place of a network that is not in this browser, and where to get one. */
export function MissingModel({ id }: { readonly id: string }): JSX.Element {
  const t = appMessages.value;
  return (
    <section class="stack tight" role="alert">
      <h2>{t.noModel(id)}</h2>
      <p>{t.noModelHint}</p>
      <div class="row">
        <button
          type="button"
          onClick={() => setParameters({ model: undefined, dataset: undefined, cell: undefined })}
        >
          {t.useBundled(bundledModel)}
        </button>
        <a class="button" href={hrefOf("train")}>
          {t.train}
        </a>
      </div>
    </section>
  );
}
