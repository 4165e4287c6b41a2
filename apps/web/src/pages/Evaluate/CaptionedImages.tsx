import { useSignal } from "@preact/signals";
import type { Samples } from "@minibatch/datasets";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { PixelImage } from "../../components/PixelImage.tsx";
import { reader } from "../../worker/workers.ts";

/** An image of a test set, and what is said about it. */
export interface CaptionedImage {
  readonly row: number;
  readonly caption: string;
  /** For those who do not see it, where the caption is not enough. */
  readonly description?: string;
}

/** Images of a test set, each over its caption. */
export function CaptionedImages({ dataset, images, onShown }: CaptionedImagesProps): JSX.Element {
  const read = useSignal<
    { readonly images: readonly CaptionedImage[]; readonly x: Samples["x"] } | undefined
  >(undefined);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const rows = images.map(({ row }) => row);
      const { x } = await reader.get().call("readSamples", { dataset, split: "test", rows });
      if (wanted) read.value = { images, x };
    };
    if (images.length > 0) void load();
    return () => void (wanted = false);
  }, [dataset, images, read]);
  const shown = read.value;
  useEffect(() => {
    if (shown?.images === images) onShown?.();
  }, [shown, images]);
  const [, ...shape] = shown?.x.shape ?? [];
  const size = shape.reduce((product, length) => product * length, 1);
  return (
    <ul class="captioned" aria-busy={shown?.images !== images}>
      {shown?.images.map(({ row, caption, description = caption }, index) => (
        <li key={row}>
          <PixelImage
            data={shown.x.data.subarray(index * size, (index + 1) * size)}
            shape={shape}
            label={description}
          />
          <span class="quiet" aria-hidden="true">
            {caption}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface CaptionedImagesProps {
  readonly dataset: string;
  readonly images: readonly CaptionedImage[];
  /** Called when these images are on the page. */
  readonly onShown?: () => void;
}
