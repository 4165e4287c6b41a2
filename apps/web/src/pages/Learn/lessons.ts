import { activationLesson } from "./ActivationIdea.tsx";
import { convolutionLesson } from "./ConvolutionIdea.tsx";
import { descentLesson } from "./DescentIdea.tsx";
import { lossLesson } from "./LossIdea.tsx";
import { neuronLesson } from "./NeuronIdea.tsx";
import { overfittingLesson } from "./OverfittingIdea.tsx";
import { softmaxLesson } from "./SoftmaxIdea.tsx";
import type { Lesson } from "./Lesson.ts";

/** The lessons, in the order of the page. */
export const lessons: readonly Lesson[] = [
  neuronLesson,
  activationLesson,
  lossLesson,
  descentLesson,
  softmaxLesson,
  convolutionLesson,
  overfittingLesson,
];
