import { prepareFramed } from "../../prepare/prepareImage.ts";
import type { PageInput } from "../../prepare/PageInput.ts";
import { pictureInput } from "./pictureInput.ts";
import { startPage } from "./startPage.ts";

// A page for models of pictures.
startPage<PageInput & { kind: "picture" }>(({ input, ask, say }) => ({
  first: pictureInput((picture) => ask(prepareFramed(input, picture)), say),
}));
