// A mail server of the office for tests: smtp-server from npm, on this machine. Says "READY port", then each mail that
// it took as one line of JSON, read by another program than the one that wrote it (postal-mime from npm).
//   --user NAME --password WORD   whom it lets in; without: everybody
//   --certificate FILE --key FILE offers STARTTLS
//   --refuse ADDRESS              nobody of that name here
//   --port N                      instead of any free one
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const of_web = createRequire(new URL("../../server/web/package.json", import.meta.url));
const { SMTPServer } = of_web("smtp-server");
const { default: PostalMime } = await import(pathToFileURL(of_web.resolve("postal-mime")));

const text = { type: "string", default: "" };
const { values: given } = parseArgs({ options: { user: text, password: text, certificate: text, key: text, refuse: text, port: text } });

const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });

async function show(stream, session, done) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  const raw = Buffer.concat(parts).toString("latin1");
  const mail = await PostalMime.parse(Buffer.concat(parts));
  const envelope = { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(({ address }) => address) };
  const { subject, text: body, messageId: id, from } = mail;
  const field = (name) => mail.headers.find(({ key }) => key === name)?.value ?? "";
  const told = { envelope, subject, text: body.replaceAll("\r\n", "\n"), id, sender: from.name, tls: session.secure, user: session.user ?? "", auto: field("auto-submitted"), date: field("date"), raw };
  process.stdout.write(JSON.stringify(told) + "\n", () => done());
}

const server = new SMTPServer({
  disabledCommands: given.certificate ? [] : ["STARTTLS"],
  allowInsecureAuth: true,
  authOptional: !given.user,
  ...(given.certificate && { cert: readFileSync(given.certificate), key: readFileSync(given.key) }),
  onAuth({ username, password }, _, done) {
    if (username === given.user && password === given.password) done(null, { user: username });
    else done(refusal(535, "wrong"));
  },
  onRcptTo({ address }, _, done) {
    done(given.refuse && address === given.refuse ? refusal(550, "no such mailbox") : null);
  },
  onData(stream, session, done) {
    show(stream, session, done).catch(done);
  },
});
server.on("error", () => {}); // a client that went away
server.listen(Number(given.port), "127.0.0.1", () => console.log(`READY ${server.server.address().port}`));
