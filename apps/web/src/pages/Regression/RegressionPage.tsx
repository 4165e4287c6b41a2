import "./regression.css";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { failureText } from "../../i18n/failureText.ts";
import { appMessages } from "../../i18n/appMessages.ts";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { datasetList, loadDatasetList } from "../../state/datasetList.ts";
import { linePoints, openLine } from "../../state/lineFit.ts";
import { GetDataset } from "../Data/GetDataset.tsx";
import { LineControls } from "./LineControls.tsx";
import { LineView } from "./LineView.tsx";
import { chosenSource, lineFeatures, lineSources } from "./lineSettings.ts";
import { regressionMessages } from "./messages.ts";

/** A line that learns: the first neuron of a course. */
export function RegressionPage(): JSX.Element {
  const t = regressionMessages.value;
  useEffect(() => void loadDatasetList(), []);
  const boston = datasetList.value.find(({ name }) => name === "boston-housing");
  const hasBoston = boston !== undefined && boston.available !== "no";
  const source = chosenSource(hasBoston);
  const wanted = boston && (source.dataset === "drawn" || hasBoston) ? source : undefined;
  useEffect(() => {
    if (wanted) void openLine(wanted);
  }, [JSON.stringify(wanted)]);
  const points = linePoints.value;
  return (
    <>
      <div class="intro">
        <h1>{appMessages.value.regression}</h1>
        <p class="quiet">{t.intro}</p>
      </div>
      <UnknownNames
        parameters={[
          { name: "data", label: t.data, names: lineSources },
          { name: "feature", label: t.feature, names: lineFeatures },
        ]}
      />
      <div class="beside regression">
        <LineControls source={source} hasBoston={hasBoston} />
        <div class="stack">
          {boston && !hasBoston && source.dataset !== "drawn" ? (
            <GetDataset entry={boston} />
          ) : points?.status === "open" ? (
            <LineView key={points.key} source={source} samples={points.samples} />
          ) : points?.status === "failed" ? (
            <p role="alert">{`${t.failed}: ${failureText(points.failure)}`}</p>
          ) : (
            <p class="quiet">{t.opening}</p>
          )}
          {source.dataset === "boston-housing" && (
            <section class="stack tight">
              <h2>{t.care}</h2>
              <p class="quiet">{t.careText}</p>
            </section>
          )}
        </div>
      </div>
      {boston && !hasBoston && source.dataset === "drawn" && (
        <div class="missing">
          <GetDataset entry={boston} />
        </div>
      )}
    </>
  );
}
