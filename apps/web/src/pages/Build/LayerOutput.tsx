import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { NdArray } from "@minibatch/datasets";
import type { LayerSpec } from "@minibatch/models";
import { paintMaps } from "../../charts/paintMaps.ts";
import { isDark } from "../../state/theme.ts";
import { layerTitle } from "./layerTitle.ts";
import { buildMessages } from "./messages.ts";
import { paintUnits } from "./paintUnits.ts";
import { PixelPointer } from "./PixelPointer.tsx";

/** What a layer makes of the pinned image: its maps as pictures, or a square for each of its values. */
export function LayerOutput({ output, index, layer }: LayerOutputProps): JSX.Element {
  const t = buildMessages.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  const isMaps = output.shape.length === 4;
  const count = output.shape.at(-1) ?? 0;
  const columns = Math.ceil(Math.sqrt(count));
  const dark = isDark.value;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    if (isMaps) paintMaps(context, output, { columns, gap: 1 });
    else paintUnits(context, output.data);
  }, [output, columns, isMaps, dark]);
  const title = layerTitle(layer);
  const label = isMaps ? t.maps(title, count) : t.valuesOf(title, count);
  const picture = <canvas ref={canvas} class="pixels" role="img" aria-label={label} />;
  if (layer.type !== "conv2d") return picture;
  return (
    <PixelPointer shape={output.shape} layer={index} columns={columns} title={title}>
      {picture}
    </PixelPointer>
  );
}

interface LayerOutputProps {
  readonly output: NdArray;
  readonly index: number;
  readonly layer: LayerSpec;
}
