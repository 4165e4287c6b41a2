import { createColour, type Colour } from "../src/terminal/colour.ts";

const stream = { write: () => true };

/** No colour at all. */
export const plain: Colour = createColour(stream, {});
/** Colour on any stream. */
export const coloured: Colour = createColour(stream, { FORCE_COLOR: "1" });
