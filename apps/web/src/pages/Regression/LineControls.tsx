import type { JSX } from "preact";
import { NumberField } from "../../components/NumberField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { lineFit, linePoints, startLine, stopLine } from "../../state/lineFit.ts";
import { setParameters } from "../../state/route.ts";
import type { LineSource } from "../../worker/lineSamples.ts";
import {
  courseSettings,
  lineFeatures,
  lineSettings,
  lineTexts,
  setLine,
  standardizes,
} from "./lineSettings.ts";
import { regressionMessages } from "./messages.ts";

/** What the line is fitted to, and how. */
export function LineControls({ source, hasBoston }: LineControlsProps): JSX.Element {
  const t = regressionMessages.value;
  const { rate, epochs } = lineTexts();
  const settings = lineSettings();
  const fit = lineFit.value;
  const ready = settings !== undefined && linePoints.value?.status === "open";
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (settings && ready) void startLine({ source, ...settings });
      }}
    >
      <SelectField
        label={t.data}
        value={source.dataset}
        choices={[
          { value: "boston-housing", text: hasBoston ? t.boston : t.bostonMissing, disabled: !hasBoston },
          { value: "drawn", text: t.drawn },
        ]}
        onChange={(data) => setParameters({ data })}
      />
      {source.dataset === "boston-housing" && (
        <SelectField
          label={t.feature}
          value={source.feature}
          choices={lineFeatures.map((name) => ({ value: name, text: t[name] }))}
          onChange={(feature) => setParameters({ feature: feature === "RM" ? undefined : feature })}
        />
      )}
      <div class="pair">
        <NumberField
          label={t.rate}
          term="learning-rate"
          value={rate}
          min={0}
          step="any"
          onInput={(text) => setLine("rate", text)}
        />
        <NumberField
          label={t.epochs}
          term="epoch"
          value={epochs}
          min={1}
          max={1000}
          onInput={(text) => setLine("epochs", text)}
        />
      </div>
      <p class="quiet small">{t.rateHint}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={standardizes()}
          onChange={({ currentTarget }) =>
            setParameters({ standardize: currentTarget.checked ? undefined : "0" })
          }
        />
        <span>
          {t.standardize}
          <span class="quiet small">{t.standardizeHint}</span>
        </span>
      </label>
      {settings === undefined && <p role="alert">{t.invalid}</p>}
      <div class="row">
        {fit?.status === "running" ? (
          <button type="button" onClick={stopLine}>
            {t.stop}
          </button>
        ) : (
          <button type="submit" class="primary" disabled={!ready}>
            {fit ? t.again : t.fit}
          </button>
        )}
      </div>
      <p class="quiet small">
        {t.setup}{" "}
        {source.dataset === "boston-housing" && (
          <button type="button" class="link" onClick={() => setParameters(courseSettings)}>
            {t.course}
          </button>
        )}
      </p>
    </form>
  );
}

interface LineControlsProps {
  readonly source: LineSource;
  /** Whether the real data can be had here. */
  readonly hasBoston: boolean;
}
