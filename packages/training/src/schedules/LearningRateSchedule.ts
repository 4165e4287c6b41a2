/**
 * The learning rate of each step of training, as a function of where training is. It depends on nothing else, so that a
 * run that is resumed has the same rates.
 *
 * @param step the steps of the optimizer before this one, from 0, counted from the start of training
 * @param epoch the epochs before this one, from 0
 * @returns the rate, at least 0
 * @example
 * const constant: LearningRateSchedule = () => 0.01;
 * const lowerFromEpoch11: LearningRateSchedule = (_step, epoch) => (epoch < 10 ? 0.01 : 0.001);
 */
export type LearningRateSchedule = (step: number, epoch: number) => number;
