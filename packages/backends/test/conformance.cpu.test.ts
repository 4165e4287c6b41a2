import { startBackend } from "../src/index.ts";
import { describeConformance } from "./describeConformance.ts";

describeConformance("cpu in Node", () => startBackend("cpu"));
