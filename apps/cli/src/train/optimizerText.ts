import type { ResolvedSettings } from "@minibatch/recipes";

/** How a step is made, e.g. `momentum 0.1 (momentum 0.9, Nesterov, weight decay 0.0005)`; options that nobody set are left out. */
export function optimizerText(settings: ResolvedSettings): string {
  const { optimizer, learningRate, momentum, nesterov, weightDecay } = settings;
  const options = [
    ...(momentum === null ? [] : [`momentum ${momentum}`]),
    ...(nesterov ? ["Nesterov"] : []),
    ...(weightDecay === null ? [] : [`weight decay ${Number(weightDecay.toPrecision(3))}`]),
  ];
  return `${optimizer} ${learningRate}${options.length === 0 ? "" : ` (${options.join(", ")})`}`;
}
