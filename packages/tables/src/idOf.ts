/** The id of a dataset that is called so: its words in small letters. */
export function idOf(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words?.join("-") ?? "table";
}
