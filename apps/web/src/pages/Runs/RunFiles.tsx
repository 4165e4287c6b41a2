import type { JSX } from "preact";
import { modelList } from "../../state/modelList.ts";
import { OpenFiles } from "../Train/OpenFiles.tsx";
import { PageWeightsField } from "../Train/PageWeightsField.tsx";

/** How runs leave as pages, and how others are brought in. */
export function RunFiles(): JSX.Element {
  return (
    <div class="stack tight run-files">
      {modelList.value.length > 0 && <PageWeightsField />}
      <OpenFiles />
    </div>
  );
}
