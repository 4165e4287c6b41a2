import type { JSX } from "preact";
import type { NdArray } from "@minibatch/datasets";
import type { LayerPlan, LayerStack, StackPlan } from "@minibatch/models";
import { ProbabilityBars } from "../../charts/ProbabilityBars.tsx";
import { PixelImage } from "../../components/PixelImage.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { shapeText } from "../../worker/shapeText.ts";
import { building, pinnedSample } from "../../state/building.ts";
import { LayerCard } from "./LayerCard.tsx";
import { buildMessages } from "./messages.ts";
import { useWatchedImages } from "./useWatchedImages.ts";

/** The network as a row of layers, from the input to the answer. */
export function NetworkRow({ stack, plan, open, onOpen }: NetworkRowProps): JSX.Element {
  const t = buildMessages.value;
  const { network, view } = building.value ?? {};
  const watched = network?.watched;
  const pinned = pinnedSample.value;
  const images = useWatchedImages(watched);
  return (
    <ol class="network" aria-label={t.network}>
      <li class="layer">
        <h2>{t.input}</h2>
        {watched && stack.inputShape.length === 3 && (
          <>
            <PixelImage
              data={images[pinned] ?? []}
              shape={watched.x.shape.slice(1)}
              label={t.pinned(network.classNames[watched.y[pinned] ?? 0] ?? "")}
            />
          </>
        )}
        <p class="small quiet end">{shapeText(stack.inputShape)}</p>
      </li>
      {stack.layers.map((layer, index) => (
        <LayerCard
          key={index}
          layer={layer}
          plan={plan.layers[index]}
          expanded={open === index}
          index={index}
          output={fitting(view?.kind === "images" ? view.outputs[index] : undefined, plan.layers[index])}
          onOpen={() => onOpen(index)}
        />
      ))}
      <li class="layer answer-card">
        <h2>{t.output}</h2>
        {view?.kind === "images" && network && (
          <ProbabilityBars names={network.classNames} probabilities={view.probabilities} />
        )}
        <p class="small quiet end">
          {plan.output.flattens && <span>{t.flattened(flatSize(plan, stack))}</span>}
          <span>
            {shapeText(plan.output.outputShape)} ·{" "}
            <span>{t.parameters(numberText(plan.output.parameters))}</span>
          </span>
        </p>
      </li>
    </ol>
  );
}

interface NetworkRowProps {
  readonly stack: LayerStack;
  readonly plan: StackPlan;
  /** The layer whose settings are open. */
  readonly open: number | undefined;
  readonly onOpen: (index: number) => void;
}

function flatSize({ layers }: StackPlan, { inputShape }: LayerStack): number {
  const shape = layers.at(-1)?.outputShape ?? inputShape;
  return shape.reduce((product, length) => product * length, 1);
}

/** What the layer of before gave is not shown at another one, until that is open. */
function fitting(output: NdArray | undefined, plan: LayerPlan | undefined): NdArray | undefined {
  return output?.shape.slice(1).join() === plan?.outputShape.join() ? output : undefined;
}
