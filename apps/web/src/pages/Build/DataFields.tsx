import type { JSX } from "preact";
import { datasetChoices } from "../../components/datasetChoices.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { Slider } from "../../components/Slider.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { setParameters } from "../../state/route.ts";
import { type BuildSource, ownPictures, planeShapes } from "../../worker/build/BuildSetup.ts";
import { buildDatasets } from "./buildDatasets.ts";
import { firstDataset, rowCounts } from "./buildSettings.ts";
import { buildMessages } from "./messages.ts";
import { PicturesState } from "./PicturesState.tsx";

/** What the network learns from. */
export function DataFields({ source }: { readonly source: BuildSource }): JSX.Element {
  const t = buildMessages.value;
  return (
    <div class="fields">
      {source.kind === "images" ? (
        <>
          <SelectField
            label={t.data}
            value={source.dataset}
            choices={[
              ...datasetChoices(buildDatasets(), t.missing),
              { value: ownPictures, text: t.ownPictures },
            ]}
            onChange={(name) => setParameters({ data: name === firstDataset ? undefined : name })}
          />
          {source.dataset === ownPictures ? (
            <PicturesState />
          ) : (
            <SelectField
              label={t.rows}
              value={String(source.rows)}
              choices={rowCounts.map((count) => ({ value: String(count), text: numberText(count) }))}
              onChange={(rows) => setParameters({ rows: rows === "2000" ? undefined : rows })}
            />
          )}
        </>
      ) : (
        <>
          <SelectField
            label={t.data}
            value={source.shape}
            choices={[...planeShapes, "own" as const].map((shape) => ({ value: shape, text: t[shape] }))}
            onChange={(shape) => setParameters({ data: shape === "circle" ? undefined : shape })}
          />
          {source.shape !== "own" && (
            <Slider
              label={t.noise}
              value={source.noise}
              min={0}
              max={1}
              step={0.05}
              format={(value) => percentText(value, 0)}
              onInput={(value) => setParameters({ noise: value === 0.1 ? undefined : String(value) })}
            />
          )}
        </>
      )}
    </div>
  );
}
