// Who is told by mails and webhooks, each a program of its own (tests/support).
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ready_ms = 20_000;

/** `port`, `next()`: what came next, `quiet()`: whether everything that came was asked for, and `stop()`. */
async function start(script, options) {
  const path = fileURLToPath(new URL(`../../support/${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = [];
  const waiting = [];
  createInterface({ input: child.stdout }).on("line", (line) => (waiting.length > 0 ? waiting.shift()(line) : lines.push(line)));
  const line = () =>
    new Promise((found, failed) => {
      if (lines.length > 0) return found(lines.shift());
      const timer = setTimeout(() => failed(new Error(`${script}: nothing came`)), ready_ms);
      waiting.push((text) => (clearTimeout(timer), found(text)));
    });
  const port = (await line()).slice("READY ".length);
  const next = async () => JSON.parse(await line());
  const stop = () => new Promise((ended) => (child.once("exit", ended), child.kill()));
  return { port, next, quiet: () => lines.length === 0, stop };
}

export const start_mail_server = (options = []) => start("mail_server.mjs", options);
export const start_webhook_receiver = (secret, answers) => start("webhook_receiver.mjs", ["--secret", secret, "--answers", answers]);
