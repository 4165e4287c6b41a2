import type { RecipeEvent } from "@minibatch/recipes";
import type { EpochEvent, StopEvent } from "@minibatch/training";
import { loadProgress } from "../loadProgress.ts";
import type { Session } from "../Session.ts";
import { testProgress } from "../testProgress.ts";
import { bar } from "../terminal/bar.ts";
import { metricOf, metricText } from "../terminal/metricText.ts";
import { countText, decimalText, durationText, roughDurationText } from "../terminal/numberText.ts";
import { trainingPace } from "./trainingPace.ts";

/** After so many seconds it is said how long a training takes … */
const measuredSeconds = 1;

/** … where that is worth knowing. */
const worthKnowing = 10;

/**
 * Shows the events of a run: a bar with the time left on a terminal, and everywhere how long it is going to take and a line for each epoch. Nothing is measured
 * before: training is under way meanwhile.
 */
export function trainProgress(session: Session): (event: RecipeEvent) => void {
  const { status, statusColour } = session;
  const showLoad = loadProgress(session);
  const paceAt = trainingPace();
  let isTold = false;
  const showTest = testProgress(session);
  return (event) => {
    const pace = paceAt(event);
    if (pace && !isTold && pace.passed >= measuredSeconds) {
      isTold = true;
      if (pace.left >= worthKnowing)
        status.print(statusColour.dim(`${roughDurationText(pace.left)} to go for all epochs`));
    }
    switch (event.type) {
      case "load":
        return showLoad(event);
      case "batch":
        return status.update(() => {
          const head = `Epoch ${event.epoch}/${event.epochs}`;
          const progress = statusColour.cyan(bar(event.batch / event.batches, 22));
          const eta = pace === undefined ? "" : `  ETA ${durationText(pace.left)}`;
          return `${head} ${progress} ${logsText(event.logs)}${eta}`;
        });
      case "epoch":
        return status.print(epochLine(event));
      case "stop":
        return event.reason === "noImprovement" ? status.print(stopLine(event)) : undefined;
      case "test":
        return showTest(event.done, event.total);
      case "start":
        return undefined;
    }
  };
}

function epochLine({ epoch, epochs, logs, samplesPerSecond, seconds }: EpochEvent): string {
  const number = String(epoch).padStart(String(epochs).length);
  const validation = logs["valLoss"] === undefined ? "" : `  val ${validationText(logs)}`;
  // In 80 columns: the speed is in samples per second.
  return `Epoch ${number}/${epochs}  ${logsText(logs)}${validation}  ${durationText(seconds)}, ${countText(samplesPerSecond)}/s`;
}

function stopLine({ epoch, bestEpoch, monitor }: StopEvent): string {
  return `Stopped after epoch ${epoch}: ${monitor} was best after epoch ${bestEpoch}, whose weights are taken.`;
}

function logsText(logs: Readonly<Record<string, number>>): string {
  const name = metricOf(logs);
  const metric = name === undefined ? "" : `  ${name} ${metricText(name, logs[name] ?? Number.NaN)}`;
  return `loss ${decimalText(logs["loss"] ?? Number.NaN)}${metric}`;
}

function validationText(logs: Readonly<Record<string, number>>): string {
  const value = logs["valAccuracy"] ?? logs["valMae"];
  const metric = value === undefined ? "" : ` ${metricText(metricOf(logs) ?? "", value)}`;
  return `${decimalText(logs["valLoss"] ?? Number.NaN)}${metric}`;
}
