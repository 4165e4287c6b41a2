import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { NdArray } from "@minibatch/datasets";
import type { LayerPlan, LayerSpec } from "@minibatch/models";
import { paintMaps } from "../../charts/paintMaps.ts";
import { numberText } from "../../i18n/numberText.ts";
import { shapeText } from "../../i18n/shapeText.ts";
import { layerLine, layerTitle } from "./layerTitle.ts";
import { buildMessages } from "./messages.ts";
import { problemText } from "./problemText.ts";

/** A layer of the row; its name opens its settings. */
export function LayerCard({ layer, plan, maps, expanded, onOpen }: LayerCardProps): JSX.Element {
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
      {maps && !problem && <Maps maps={maps} title={layerTitle(layer)} />}
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
  readonly layer: LayerSpec;
  readonly plan: LayerPlan | undefined;
  /** What it makes of the pinned image, `[1, height, width, maps]`. */
  readonly maps: NdArray | undefined;
  readonly expanded: boolean;
  readonly onOpen: () => void;
}

function Maps({ maps, title }: { readonly maps: NdArray; readonly title: string }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = maps.shape[3] ?? 0;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paintMaps(context, maps, { columns: Math.ceil(Math.sqrt(count)), gap: 1 });
  }, [maps, count]);
  return (
    <canvas
      ref={canvas}
      class="pixels"
      role="img"
      aria-label={buildMessages.value.maps(title, numberText(count))}
    />
  );
}
