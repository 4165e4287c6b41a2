import { defineMessages } from "../../../i18n/defineMessages.ts";
import { loadRunList, runList } from "../../../state/runList.ts";
import { runName } from "../../../state/runName.ts";
import type { StoredRun } from "../../../storage/runs.ts";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "Train the same network twice, with the same seed, and see whether the losses agree to the last digit.",
    none: "This browser keeps no two finished runs with the same settings.",
    solved: (one: string, other: string) =>
      `The losses of ${one} and ${other} are the same in every epoch, to the last digit.`,
    differ: (one: string, other: string) =>
      `${one} and ${other} have the same settings, but not the same losses: they were computed by different backends.`,
  },
  zh: {
    text: "用相同的种子把同样的训练做两遍，看损失是否连最后一位都一致。",
    none: "此浏览器里没有两个设置相同且已完成的训练记录。",
    solved: (one, other) => `${one} 与 ${other} 每个轮次的损失都相同，连最后一位也一致。`,
    differ: (one, other) => `${one} 与 ${other} 设置相同，损失却不同：它们由不同的后端计算。`,
  },
});

/** Two runs of which each repeats the other. */
export const twiceTask: LessonTask = {
  id: "twice",
  text: () => messages.value.text,
  workbench: {
    page: "train",
    parameters: { recipe: "digits-cnn", epochs: "2", limit: "640", seed: "7" },
  },
  async check() {
    await loadRunList();
    const pairs = samePairs(runList.value.filter(({ status }) => status === "done"));
    const agreeing = pairs.find(([one, other]) => losses(one) === losses(other));
    const pair = agreeing ?? pairs[0];
    if (!pair) return { isSolved: false, text: () => messages.value.none };
    const [one, other] = pair.map((run) => runName(run)) as [string, string];
    return {
      isSolved: agreeing !== undefined,
      text: () => (agreeing ? messages.value.solved(one, other) : messages.value.differ(one, other)),
    };
  },
};

/** Every two runs of the same recipe with the same settings. */
function samePairs(runs: readonly StoredRun[]): (readonly [StoredRun, StoredRun])[] {
  const key = ({ recipe, result }: StoredRun): string => JSON.stringify([recipe, result?.settings]);
  return runs.flatMap((one, at) =>
    runs.slice(at + 1).flatMap((other) => (key(one) === key(other) ? [[one, other] as const] : [])),
  );
}

function losses({ history }: StoredRun): string {
  return JSON.stringify(history.loss);
}
