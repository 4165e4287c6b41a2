import type { JSX } from "preact";
import { building } from "../../state/building.ts";
import { FilterPictures } from "./FilterPictures.tsx";

/** The weights of the first layer of the network that one builds. */
export function FirstFilters(): JSX.Element {
  const { view } = building.value ?? {};
  return <FilterPictures filters={view?.kind === "images" ? view.filters : undefined} />;
}
