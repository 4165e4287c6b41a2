import type { Finding } from "@minibatch/training";
import { baselineName } from "../../components/baselineName.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { findingMessages } from "./findingMessages.ts";

/**
 * Puts what a training shows into words.
 *
 * @param classNames those of the dataset, where they are known
 */
export function findingText(finding: Finding, classNames: readonly string[] | undefined): string {
  const t = findingMessages.value;
  switch (finding.kind) {
    case "lossRose":
      return t.lossRose(short(finding.from), short(finding.to));
    case "asGuessing": {
      const { accuracy, chance, always, everywhere } = finding;
      const said = t.asGuessing(percentText(accuracy), percentText(chance));
      if (everywhere !== undefined) return `${said} ${t.everywhere(percentText(everywhere, 0))}`;
      return always === undefined ? said : `${said} ${t.saysAlways(classNames?.[always] ?? `${always}`)}`;
    }
    case "unlikeTraining":
      return t.unlikeTraining(percentText(finding.training));
    case "averagesAtStart": {
      const { left, steps, momentum, enoughSteps, enoughEpochs } = finding;
      return t.averagesAtStart(percentText(left, 0), steps, short(momentum), enoughSteps, enoughEpochs);
    }
    case "rateTooHigh":
    case "rateTooLow":
      return t[finding.kind](short(finding.used), short(finding.usual));
    case "sawTooLittle":
      return t.sawTooLittle;
    case "tryRate":
      return t.tryRate(short(finding.rate));
    case "byHeart":
      return t.byHeart(numberText(Math.round((finding.training - finding.validation) * 100)));
    case "pastBest":
      return t.pastBest(finding.epoch);
    case "noBetterThan":
      return t.noBetterThan(baselineName(finding.name));
    default:
      return t.unfinished(finding.epochs * 2);
  }
}

function short(value: number): string {
  return numberText(value, { maximumSignificantDigits: 3 });
}
