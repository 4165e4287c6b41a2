/** Where a pointer is in a drawing, in the drawing's own units from its left upper corner: in large type one is more than a pixel. */
export function pointIn(drawing: SVGSVGElement, { clientX, clientY }: PointerEvent): DrawnPoint {
  const { left, top, width } = drawing.getBoundingClientRect();
  const scale = drawing.viewBox.baseVal.width / width;
  return { x: (clientX - left) * scale, y: (clientY - top) * scale };
}

/** A place in a drawing. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
}
