import type { JSX } from "preact";
import type { NdArray } from "@minibatch/datasets";
import type { LayerPlan, LayerSpec } from "@minibatch/models";
import { numberText } from "../../i18n/numberText.ts";
import { shapeText } from "../../worker/shapeText.ts";
import { LayerOutput } from "./LayerOutput.tsx";
import { layerLine, layerTitle } from "./layerTitle.ts";
import { buildMessages } from "./messages.ts";
import { problemText } from "./problemText.ts";

/** A layer of the row; its name opens its settings. */
export function LayerCard({ index, layer, plan, output, expanded, onOpen }: LayerCardProps): JSX.Element {
  const t = buildMessages.value;
  const problem = plan?.problem;
  return (
    <li class={`layer${problem ? " wrong" : ""}${expanded ? " open" : ""}`} data-layer={layer.type}>
      <h2>
        <button type="button" class="name" aria-expanded={expanded} onClick={onOpen}>
          {layerTitle(layer)}
        </button>
      </h2>
      <p class="small">{layerLine(layer)}</p>
      {output && !problem && <LayerOutput output={output} index={index} layer={layer} />}
      {problem ? (
        <p class="small failure end" role="alert">
          {problemText(problem)}
        </p>
      ) : (
        <p class="small quiet end">
          <span>{shapeText(plan?.outputShape ?? [])}</span>
          {plan && plan.parameters > 0 && <span>{t.parameters(numberText(plan.parameters))}</span>}
        </p>
      )}
    </li>
  );
}

interface LayerCardProps {
  /** Its place in the row. */
  readonly index: number;
  readonly layer: LayerSpec;
  readonly plan: LayerPlan | undefined;
  /** What it makes of the pinned image, `[1, height, width, maps]` or `[1, units]`. */
  readonly output: NdArray | undefined;
  readonly expanded: boolean;
  readonly onOpen: () => void;
}
