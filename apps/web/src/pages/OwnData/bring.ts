import { numberText } from "../../i18n/numberText.ts";
import { bringFiles } from "../../state/bringFiles.ts";
import { ownClasses } from "../../state/ownPictures.ts";
import { ownDataMessages } from "./messages.ts";

/** Takes files that are brought to the page, into a class where one is meant. */
export function bring(files: readonly File[], to?: number): void {
  void bringFiles(files, to, () => ownDataMessages.peek().newClass(numberText(ownClasses.peek().length + 1)));
}
