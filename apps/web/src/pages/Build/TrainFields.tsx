import { optimizerNames } from "@minibatch/recipes/optimizers";
import type { JSX } from "preact";
import { NumberField } from "../../components/NumberField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { setParameters } from "../../state/route.ts";
import type { BuildSetup } from "../../worker/build/BuildSetup.ts";
import type { TrainNetworkInput } from "../../worker/commands/trainNetwork.ts";
import { batchSizes, learningRates, setSetting } from "./buildSettings.ts";
import { buildMessages } from "./messages.ts";

/** How it learns; what few people change is folded away. */
export function TrainFields({ setup, how }: TrainFieldsProps): JSX.Element {
  const t = buildMessages.value;
  const { kind } = setup.source;
  return (
    <div class="stack tight">
      <div class="fields">
        <SelectField
          label={t.learningRate}
          term="learning-rate"
          value={String(how.learningRate)}
          choices={learningRates.map((rate) => ({
            value: String(rate),
            text: numberText(rate, { maximumFractionDigits: 4 }),
          }))}
          onChange={(rate) => setSetting(kind, "rate", rate)}
        />
        <SelectField
          label={t.batchSize}
          term="batch"
          value={String(setup.batchSize)}
          choices={batchSizes.map((size) => ({ value: String(size), text: numberText(size) }))}
          onChange={(size) => setSetting(kind, "batch", size)}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={how.slowly}
            onChange={({ currentTarget }) =>
              setParameters({ slowly: currentTarget.checked ? "1" : undefined })
            }
          />
          {t.slowly}
        </label>
      </div>
      <details class="more" open={setup.optimizer !== "adam" || setup.seed !== 1}>
        <summary>{t.more}</summary>
        <div class="fields">
          <SelectField
            label={t.optimizer}
            term="optimizer"
            value={setup.optimizer}
            choices={optimizerNames.map((name) => ({ value: name, text: name }))}
            onChange={(name) => setParameters({ optimizer: name === "adam" ? undefined : name })}
          />
          <NumberField
            label={t.seed}
            term="seed"
            hint={t.seedHint}
            min={0}
            value={String(setup.seed)}
            onInput={(seed) => setParameters({ seed: seed === "" || seed === "1" ? undefined : seed })}
          />
        </div>
      </details>
    </div>
  );
}

interface TrainFieldsProps {
  readonly setup: BuildSetup;
  readonly how: TrainNetworkInput;
}
