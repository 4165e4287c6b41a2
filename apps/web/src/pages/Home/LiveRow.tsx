import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { hrefOf } from "../../state/route.ts";
import { paintFilters } from "../Build/paintFilters.ts";
import { paintPlane } from "../Build/paintPlane.ts";
import { LivePicture } from "./LivePicture.tsx";
import { type LivePictures, loadLivePictures, pointsOf, valuesAt } from "./livePictures.ts";
import { homeMessages } from "./messages.ts";
import { paintConfusion } from "./paintConfusion.ts";
import { asksForLessMotion, playOver } from "./playOver.ts";

/** How long the pictures move, in milliseconds: what moves by itself for more than five seconds has to have a button that stops it. */
const playingTime = 4800;

/** Along each side of the plane: twice what it takes of the screen at most, so that points are sharp. */
const planeSide = 448;

/** Three small pictures of networks while they learn, computed beforehand. */
export function LiveRow(): JSX.Element {
  const pictures = useSignal<LivePictures | undefined>(undefined);
  useEffect(() => {
    // Without them the page says all the same what one can do.
    loadLivePictures().then(
      (loaded) => (pictures.value = loaded),
      () => {},
    );
  }, [pictures]);
  return <section class="live">{pictures.value && <Playing pictures={pictures.value} />}</section>;
}

function Playing({ pictures: { boundary, filters, confusion } }: PlayingProps): JSX.Element {
  const t = homeMessages.value;
  const share = useSignal(asksForLessMotion() ? 1 : 0);
  const plays = useSignal(0);
  useEffect(() => playOver(playingTime, (value) => (share.value = value)), [share, plays.value]);
  const at = share.value;
  const points = useMemo(() => pointsOf(boundary), [boundary]);
  const of = <Value,>(moments: readonly Value[]): Value =>
    moments[Math.round(at * (moments.length - 1))] as Value;
  const paintBoundary = useMemo(
    () => (context: CanvasRenderingContext2D) => {
      context.canvas.width = context.canvas.height = planeSide;
      paintPlane(context, points, { data: valuesAt(boundary, at), shape: boundary.shape });
    },
    [boundary, points, at],
  );
  const paintWeights = useMemo(() => {
    const data = valuesAt(filters, at).map((value) => value - 0.5);
    return (context: CanvasRenderingContext2D) => paintFilters(context, { data, shape: filters.shape }, 3);
  }, [filters, at]);
  const paintCells = useMemo(
    () => (context: CanvasRenderingContext2D) =>
      paintConfusion(context, valuesAt(confusion, at), confusion.shape[0] ?? 0),
    [confusion, at],
  );
  return (
    <>
      <LivePicture
        title={t.boundary}
        href={hrefOf("build", { kind: "plane", data: "spiral", net: "dense24_tanh-dense24_tanh" })}
        state={t.boundaryState(numberText(of(boundary.batches)), percentText(of(boundary.accuracy)))}
        paint={paintBoundary}
      />
      <LivePicture
        title={t.filters}
        href={hrefOf("build", { net: "conv9x7-pool2-dense64" })}
        state={t.filtersState(numberText(of(filters.batches)))}
        paint={paintWeights}
      />
      <LivePicture
        title={t.confusion}
        href={hrefOf("evaluate")}
        state={t.confusionState(numberText(of(confusion.batches)), percentText(of(confusion.accuracy)))}
        paint={paintCells}
      />
      <button type="button" class="link" disabled={at < 1} onClick={() => (plays.value += 1)}>
        {t.again}
      </button>
    </>
  );
}

interface PlayingProps {
  readonly pictures: LivePictures;
}
