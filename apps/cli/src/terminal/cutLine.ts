/**
 * Cuts a line after so many characters; escape codes count as none, and those behind the cut stay, so that colours end.
 *
 * @param columns of the terminal; undefined, or 0 as a terminal says that nobody gave a size, cuts nothing
 */
export function cutLine(text: string, columns: number | undefined): string {
  if (!columns) return text;
  let left = columns;
  // Escape codes at the odd places.
  // oxlint-disable-next-line no-control-regex -- it is what they begin with
  const parts = text.split(/(\u001B\[[\d;]*m)/);
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const shown = Array.from(part).slice(0, left);
      left -= shown.length;
      return shown.join("");
    })
    .join("");
}
