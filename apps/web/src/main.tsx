import "./styles/base.css";
import "./styles/layout.css";
import { render } from "preact";
import { App } from "./app/App.tsx";
import { loadPages } from "./app/loadPages.ts";
import { holdPageLock } from "./offline/pageLock.ts";
import { workOffline } from "./offline/workOffline.ts";

const root = document.getElementById("app");
if (root) render(<App />, root);
if (import.meta.env.PROD) {
  holdPageLock(import.meta.url);
  // Where nothing keeps the files of this version, a deploy would take them away from an open page.
  if (!workOffline()) setTimeout(loadPages, 3000);
}
