// Serves a mirror folder over HTTP until its parent ends, and prints the address: `node serveMirror.mjs <folder>`.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const [, , folder] = process.argv;

const server = createServer((request, response) => {
  const path = join(folder, new URL(request.url, "http://localhost").pathname);
  response.writeHead(200, { "Content-Length": statSync(path).size });
  createReadStream(path).pipe(response);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));

process.stdin.resume().on("end", () => process.exit());
