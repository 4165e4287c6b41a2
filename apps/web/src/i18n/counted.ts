const english = new Intl.NumberFormat("en-US");

/**
 * A number of things in English: `1 epoch`, `2,000 epochs`. For the English texts of `defineMessages`; Chinese has one form.
 *
 * @param plural what several are called where an s does not do
 */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${english.format(count)} ${count === 1 ? singular : plural}`;
}
