import "./build.css";
import type { JSX } from "preact";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type LayerStack, planLayers } from "@minibatch/models";
import { optimizerNames } from "@minibatch/recipes/optimizers";
import { appMessages } from "../../i18n/appMessages.ts";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { numberText } from "../../i18n/numberText.ts";
import {
  building,
  changePlaying,
  isOpen,
  isPlaying,
  openBuilding,
  pauseBuilding,
} from "../../state/building.ts";
import { builtPictures } from "../../state/builtPictures.ts";
import { datasetList, loadDatasetList } from "../../state/datasetList.ts";
import { hrefOf, route, setParameters } from "../../state/route.ts";
import { ownPictures } from "../../worker/build/BuildSetup.ts";
import type { PicturesShape } from "../../worker/commands/openPictures.ts";
import { TaskReminder } from "../Course/tasks/TaskReminder.tsx";
import { AddLayer } from "./AddLayer.tsx";
import { buildDatasets } from "./buildDatasets.ts";
import { BuildFigures } from "./BuildFigures.tsx";
import { BuildCurves } from "./BuildCurves.tsx";
import { buildSettings, isToBeRead, setLayers } from "./buildSettings.ts";
import { DataFields } from "./DataFields.tsx";
import { FirstFilters } from "./FirstFilters.tsx";
import { KeepRun } from "./KeepRun.tsx";
import { LayerSettings } from "./LayerSettings.tsx";
import { buildMessages } from "./messages.ts";
import { NetworkRow } from "./NetworkRow.tsx";
import { PixelPanel } from "./PixelPanel.tsx";
import { Plane } from "./Plane.tsx";
import { PlayButtons } from "./PlayButtons.tsx";
import { PointPen } from "./PointPen.tsx";
import { findObstacle, mostLayers, mostParameters, mostValues } from "./findObstacle.ts";
import { StartFrom } from "./StartFrom.tsx";
import { TestStrip } from "./TestStrip.tsx";
import { TrainFields } from "./TrainFields.tsx";
import { TrainOn } from "./TrainOn.tsx";
import { useKeptNetwork } from "./useKeptNetwork.ts";

/** So long one may go on changing before a new network is made, in milliseconds. */
const settle = 250;

/** Put layers in a row, and watch them learn. */
export function BuildPage(): JSX.Element {
  const t = buildMessages.value;
  const { setup, how, unreadable } = buildSettings(route.value.parameters);
  const { source, layers } = setup;
  const { kind } = source;
  const isOwn = kind === "images" && source.dataset === ownPictures;
  const pictures = builtPictures.value;
  const dataset = datasetList.value.find(({ name }) => source.kind === "images" && name === source.dataset);
  const stack =
    kind === "plane"
      ? { inputShape: [2], layers, classes: 2 }
      : { layers, ...shapeOf(isOwn ? pictures.shape : dataset) };
  const plan = planLayers(stack);
  const { parameters } = route.value;
  const { from } = parameters;
  const failure = useKeptNetwork(from);
  const unread = failure ? "noRun" : isToBeRead(parameters) ? "readingRun" : undefined;
  const obstacle = unread ?? findObstacle(setup, stack, plan);
  const chosen = useSignal<number | undefined>(undefined);
  const open = chosen.value !== undefined && chosen.value < layers.length ? chosen.value : undefined;
  const isWaiting = isOwn && pictures.status !== "open";
  const wanted = obstacle === undefined && !isWaiting ? JSON.stringify(setup) : undefined;

  useEffect(() => {
    void loadDatasetList();
    return pauseBuilding;
  }, []);
  useEffect(() => {
    if (wanted === undefined) return pauseBuilding();
    const open = (): void => {
      if (!isOpen(setup)) void openBuilding(setup, isPlaying() ? how : undefined);
    };
    const timer = setTimeout(open, building.peek() ? settle : 0);
    return () => clearTimeout(timer);
  }, [wanted]);
  useEffect(() => void changePlaying(how), [JSON.stringify(how)]);

  const kinds = [
    { href: hrefOf("build", {}), text: t.images, chosen: kind === "images" },
    { href: hrefOf("build", { kind: "plane" }), text: t.plane, chosen: kind === "plane" },
  ];
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.build}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <TaskReminder />
      <UnknownNames
        parameters={[
          ...(kind === "images"
            ? [
                {
                  name: "data",
                  label: t.data,
                  names: [...buildDatasets().map(({ name }) => name), ownPictures],
                },
              ]
            : []),
          { name: "optimizer", label: t.optimizer, names: optimizerNames },
        ]}
      />
      {unreadable && (
        <p class="notice" role="status">
          {t.unreadable}{" "}
          <button type="button" class="link" onClick={() => setParameters({ net: undefined })}>
            {appMessages.value.fine}
          </button>
        </p>
      )}
      {from !== undefined && <TrainOn from={from} failure={failure} />}
      <div class="stack build">
        <div class="row data-row">
          <nav class="row kinds" aria-label={t.kind}>
            {kinds.map(({ href, text, chosen }) => (
              <a key={href} class="button" href={href} aria-current={chosen ? "true" : undefined}>
                {text}
              </a>
            ))}
          </nav>
          <DataFields source={source} />
          {kind === "images" && <StartFrom />}
        </div>
        <section class="stack tight">
          <NetworkRow
            stack={stack}
            plan={plan}
            open={open}
            onOpen={(index) => (chosen.value = index === open ? undefined : index)}
          />
          <PixelPanel layers={layers} />
          <div class="row spread">
            <AddLayer
              stack={stack}
              onAdd={(changed, at) => {
                setLayers(kind, changed);
                chosen.value = at;
              }}
            />
            <span class="quiet">{t.allParameters(numberText(plan.parameters))}</span>
          </div>
          {open !== undefined && (
            <LayerSettings
              layers={layers}
              index={open}
              plan={plan}
              onChange={(changed, at) => {
                setLayers(kind, changed);
                chosen.value = at;
              }}
            />
          )}
          {obstacle === "tooLarge" && (
            <p role="alert" class="failure">
              {t.tooLargeHint(numberText(mostParameters), numberText(mostValues), numberText(mostLayers))}
            </p>
          )}
        </section>
        <div class="row play-row">
          <PlayButtons setup={setup} how={how} obstacle={obstacle} />
          <KeepRun />
        </div>
        {source.kind === "plane" ? (
          <div class="plane">
            <Plane source={source} />
            <div class="stack">
              <BuildFigures />
              <PointPen source={source} />
              <TrainFields setup={setup} how={how} />
            </div>
          </div>
        ) : (
          <div class="watched">
            <div class="stack">
              <BuildFigures />
              <TrainFields setup={setup} how={how} />
            </div>
            <BuildCurves />
          </div>
        )}
        {source.kind === "plane" ? (
          <BuildCurves />
        ) : (
          <>
            <FirstFilters />
            <TestStrip />
          </>
        )}
      </div>
    </>
  );
}

/** What a network on these images takes and tells apart; the usual images until that is known. */
function shapeOf(images: PicturesShape | undefined): Omit<LayerStack, "layers"> {
  return { inputShape: images?.inputShape ?? [28, 28, 1], classes: images?.classNames.length ?? 10 };
}
