// A program that is told by webhooks, for tests. Says "READY port", then each request that it got as one line of JSON;
// whether the signature holds, the reference library of Standard Webhooks says (standardwebhooks from npm).
//   --secret whsec_…      with which they are signed
//   --answers 500,500,204 one after the other; the last one again and again
//   --port N              instead of any free one
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";

const of_web = createRequire(new URL("../../server/web/package.json", import.meta.url));
const { Webhook } = of_web("standardwebhooks");

const { values: given } = parseArgs({
  options: { secret: { type: "string" }, answers: { type: "string", default: "204" }, port: { type: "string", default: "0" } },
});
const answers = given.answers.split(",").map(Number);

function is_signed(body, headers) {
  try {
    new Webhook(given.secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  const told = { answer, signed: is_signed(body, request.headers), id: request.headers["webhook-id"], type: request.headers["content-type"], body };
  process.stdout.write(JSON.stringify(told) + "\n", () => response.writeHead(answer, answer === 302 ? { Location: "/elsewhere" } : {}).end());
});
server.listen(Number(given.port), "127.0.0.1", () => console.log(`READY ${server.address().port}`));
