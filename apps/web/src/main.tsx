import "./styles/base.css";
import "./styles/layout.css";
import "./styles/presentation.css";
import { render } from "preact";
import { App } from "./app/App.tsx";
import { warnBeforeClosing } from "./app/warnBeforeClosing.ts";
import { holdPageLock } from "./offline/pageLock.ts";
import { workOffline } from "./offline/workOffline.ts";

const root = document.getElementById("app");
if (root) render(<App />, root);
warnBeforeClosing();
if (import.meta.env.PROD) {
  holdPageLock(import.meta.url);
  workOffline();
}
