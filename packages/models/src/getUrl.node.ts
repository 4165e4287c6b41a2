import { fetchUrl } from "./fetchUrl.ts";
export { fetchUrl as getUrl };
