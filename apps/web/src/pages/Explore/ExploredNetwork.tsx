import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Figures } from "../../components/Figures.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { showEpoch } from "../../state/exploring.ts";
import { route } from "../../state/route.ts";
import type { OpenExplored } from "../../worker/commands/openExplored.ts";
import type { EpochView } from "../../worker/explore/epochView.ts";
import { FilterPictures } from "../Build/FilterPictures.tsx";
import { ConfusionTable } from "../Evaluate/ConfusionTable.tsx";
import { evaluateView } from "../Evaluate/evaluateView.ts";
import { EpochSlider } from "./EpochSlider.tsx";
import { ExploredPlane } from "./ExploredPlane.tsx";
import { exploreView } from "./exploreView.ts";
import { exploreMessages } from "./messages.ts";
import { Mistakes } from "./Mistakes.tsx";

/** The network of a run as it was after the epoch that the slider is at. */
export function ExploredNetwork({ opened, view }: ExploredNetworkProps): JSX.Element {
  const t = exploreMessages.value;
  const { parameters } = route.value;
  const { epoch, mistake } = exploreView(parameters, opened);
  useEffect(() => void showEpoch(epoch), [epoch, opened]);
  return (
    <div class="stack explored" data-epoch={view.epoch}>
      <div class="epoch-bar stack tight">
        <EpochSlider opened={opened} epoch={epoch} />
        <Figures
          figures={[
            { name: t.accuracy, value: percentText(view.accuracy) },
            { name: t.loss, value: numberText(view.loss, { maximumFractionDigits: 4 }) },
          ]}
        />
      </div>
      {!opened.points && (
        <p class="quiet small of-rows">{t.rows(numberText(opened.rows), numberText(opened.of))}</p>
      )}
      <div class="explored-parts">
        {opened.points && view.boundary ? (
          <ExploredPlane points={opened.points} boundary={view.boundary} />
        ) : (
          <Mistakes opened={opened} view={view} mistake={mistake} />
        )}
        <div class="stack of-all">
          <ConfusionTable
            matrix={view.matrix}
            classNames={opened.classNames}
            view={evaluateView(parameters)}
            fixed
          />
          <FilterPictures filters={view.filters} />
        </div>
      </div>
    </div>
  );
}

interface ExploredNetworkProps {
  readonly opened: OpenExplored;
  readonly view: EpochView;
}
