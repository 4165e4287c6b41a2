import type { JSX } from "preact";
import type { LayerSpec, StackPlan, WeightedSpec } from "@minibatch/models";
import { NumberField } from "../../components/NumberField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { layerTitle } from "./layerTitle.ts";
import { buildMessages } from "./messages.ts";
import { problemText } from "./problemText.ts";

const activations = ["relu", "tanh", "sigmoid", "linear", "elu", "selu", "gelu", "silu"] as const;
const penalties = [0, 0.00001, 0.0001, 0.001, 0.01, 0.1];
const dropRates = [0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** What can be changed about a layer of the row, and the row about it. */
export function LayerSettings({ layers, index, plan, onChange }: LayerSettingsProps): JSX.Element | null {
  const t = buildMessages.value;
  const layer = layers[index];
  if (!layer) return null;
  const problem = plan.layers[index]?.problem;
  const change = (changes: object): void => onChange(layers.with(index, { ...layer, ...changes }), index);
  const move = (by: number): void =>
    onChange(layers.toSpliced(index, 1).toSpliced(index + by, 0, layer), index + by);
  const number = (name: string, label: string, value: number): JSX.Element => (
    <NumberField
      label={label}
      min={1}
      value={String(value)}
      onInput={(text) => {
        if (text !== "") change({ [name]: Number(text) });
      }}
    />
  );
  return (
    <section class="stack tight layer-settings" aria-label={t.settings(layerTitle(layer))}>
      <h3>{t.settings(layerTitle(layer))}</h3>
      {problem && <p class="failure small">{problemText(problem)}</p>}
      <div class="fields">
        {layer.type === "conv2d" && number("filters", t.filters, layer.filters)}
        {layer.type === "conv2d" && number("kernelSize", t.kernelSize, layer.kernelSize)}
        {layer.type === "conv2d" && (
          <SelectField
            label={t.padding}
            term="padding"
            value={layer.padding ?? "valid"}
            choices={[
              { value: "valid", text: t.valid },
              { value: "same", text: t.same },
            ]}
            onChange={(padding) => change({ padding })}
          />
        )}
        {layer.type === "maxPooling2d" && number("size", t.size, layer.size)}
        {layer.type === "dense" && number("units", t.units, layer.units)}
        {layer.type === "dropout" && (
          <SelectField
            label={t.rate}
            term="dropout"
            value={String(layer.rate)}
            choices={dropRates.map((rate) => ({
              value: String(rate),
              text: numberText(rate, { style: "percent" }),
            }))}
            onChange={(rate) => change({ rate: Number(rate) })}
          />
        )}
        {(layer.type === "conv2d" || layer.type === "dense") && (
          <WeightedFields layer={layer} change={change} />
        )}
      </div>
      <div class="row">
        <button type="button" disabled={index === 0} onClick={() => move(-1)}>
          {t.earlier}
        </button>
        <button type="button" disabled={index === layers.length - 1} onClick={() => move(1)}>
          {t.later}
        </button>
        <button type="button" onClick={() => onChange(layers.toSpliced(index, 1), undefined)}>
          {t.remove}
        </button>
      </div>
    </section>
  );
}

function WeightedFields({ layer, change }: WeightedFieldsProps): JSX.Element {
  const t = buildMessages.value;
  return (
    <>
      <SelectField
        label={t.activation}
        term="activation"
        value={layer.activation ?? "relu"}
        choices={activations.map((name) => ({ value: name, text: name }))}
        onChange={(name) => change({ activation: activations.find((activation) => activation === name) })}
      />
      <SelectField
        label={t.l2}
        term="weight-decay"
        value={String(layer.l2 ?? 0)}
        choices={penalties.map((l2) => ({
          value: String(l2),
          text: l2 === 0 ? t.none : numberText(l2, { maximumFractionDigits: 5 }),
        }))}
        onChange={(l2) => change({ l2: Number(l2) })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={layer.batchNorm ?? false}
          onChange={({ currentTarget }) => change({ batchNorm: currentTarget.checked })}
        />
        {t.batchNorm}
      </label>
    </>
  );
}

interface WeightedFieldsProps {
  readonly layer: WeightedSpec;
  readonly change: (changes: Partial<WeightedSpec>) => void;
}

interface LayerSettingsProps {
  readonly layers: readonly LayerSpec[];
  readonly index: number;
  readonly plan: StackPlan;
  /** @param at which layer is looked at from then on */
  readonly onChange: (layers: readonly LayerSpec[], at: number | undefined) => void;
}
