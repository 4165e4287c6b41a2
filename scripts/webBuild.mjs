// `npm run web:build`: the web app as static files in apps/web/dist, for any path of any static server.
//
// Datasets that are at hand (in the cache, or in MINIBATCH_MIRROR), fit a page and may be handed on come along; `-- --data mnist,iris`
// chooses among them, `-- --data none` leaves all of them out.
import { setUp } from "./pnpm.mjs";
import { runVite } from "./runVite.mjs";

const at = process.argv.indexOf("--data");
const [, data = "fitting"] = at < 0 ? [] : process.argv.splice(at, 2);
process.env.MINIBATCH_PACK = data === "none" ? "" : data;

setUp({ quiet: true });
await runVite(["build", "--emptyOutDir"]);
