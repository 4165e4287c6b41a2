/** What a layer of cells says beside them; other wrappers do not have these arguments. */
const ofCells = ["return_sequences", "return_state", "go_backwards", "stateful", "unroll"];

/** The arguments that a layer around others has beside those. */
export function wrapperArguments(className: string): readonly string[] {
  if (className === "RNN") return ofCells;
  return className === "Bidirectional" ? ["merge_mode"] : [];
}
