import type { JSX } from "preact";
import { SelectField } from "../../components/SelectField.tsx";
import { type PageWeights, pageWeights } from "../../state/savedFiles.ts";
import { trainMessages } from "./messages.ts";

/** How the weights of pages are stored that runs are saved as. */
export function PageWeightsField(): JSX.Element {
  const t = trainMessages.value;
  return (
    <SelectField
      label={t.pageWeights}
      hint={t.pageWeightsHint}
      value={pageWeights.value}
      choices={[
        { value: "auto", text: t.weightsAuto },
        { value: "int8", text: t.weightsInt8 },
        { value: "float32", text: t.weightsFloat32 },
      ]}
      onChange={(value) => (pageWeights.value = value as PageWeights)}
    />
  );
}
