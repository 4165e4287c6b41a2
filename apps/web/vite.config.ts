import { webConfig } from "./vite/webConfig.ts";

export default webConfig;
