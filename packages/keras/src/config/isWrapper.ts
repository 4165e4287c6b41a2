/** Whether a class of layers has layers within it and is no model. */
export function isWrapper(className: string): boolean {
  return /^(Bidirectional|RNN|StackedRNNCells|TimeDistributed)$/.test(className);
}
