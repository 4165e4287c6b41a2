import { defineMessages } from "../../../i18n/defineMessages.ts";
import { raceMessages } from "../figures/raceMessages.ts";
import { racePaths } from "../figures/raceNetwork.ts";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "Push the rate until plain gradient descent breaks, and the other three do not.",
    none: "None of them breaks at this rate.",
    broken: (names: string) => `At this rate these end higher than they began: ${names}.`,
  },
  zh: {
    text: "把学习率调大，直到普通的梯度下降失控，而另外三个还没有。",
    none: "在这个学习率下，没有一个失控。",
    broken: (names) => `在这个学习率下，最后比出发时更高的有：${names}。`,
  },
});

/** A rate that only plain gradient descent does not bear. */
export const raceTask: LessonTask = {
  id: "race",
  text: () => messages.value.text,
  check() {
    const broken = racePaths().flatMap(({ rule, isBroken }) => (isBroken ? [rule] : []));
    const isSolved = broken.length === 1 && broken[0] === "sgd";
    const names = (): string => broken.map((rule) => raceMessages.value[rule]).join(", ");
    return {
      isSolved,
      text: () => (broken.length === 0 ? messages.value.none : messages.value.broken(names())),
    };
  },
};
