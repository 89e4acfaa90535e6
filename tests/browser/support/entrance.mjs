// The real badge-bridge and badge-reader at an emulated reader, with the page for the screen at the door.
import { execFile, spawn } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const bin = process.env.BADGE_BIN ?? fileURLToPath(new URL("../../../build/dev/bin", import.meta.url));
const ready_ms = 20_000; // a slow machine that builds at the same time

/** The entrance cong-a of the small office: `url` of its page, `tap(uid)` of another card than the last,
 *  `reader(command)` of reader-sim, `signal(name)`, `kill()` and `start()` of the bridge, which keeps its port, and
 *  `stop()` of everything. */
export async function start_entrance(office) {
  const folder = await mkdtemp(join(tmpdir(), "badge-door-"));
  const at = (name) => join(folder, name);
  const sim = await begin("reader-sim", ["--link", at("reader"), "--control", at("sim")], "stdout", /^READY/);
  await writeFile(at("bridge.token"), office.bridge_token);
  await chmod(at("bridge.token"), 0o600);
  let bridge = null;
  let port = 0;
  const start = async () => {
    await writeFile(at("site.toml"), site_of(office.url, port, at("reader")));
    bridge = await begin("badge-bridge", ["--config", at("site.toml")], "stderr", /page .* at http:\/\/127\.0\.0\.1:(\d+)\//);
    port = Number(bridge.said[1]);
  };
  await start();
  const reader = (command) => promisify(execFile)(join(bin, "reader-sim"), ["--control", at("sim"), "--send", command]);
  let holds = false;
  return {
    url: `http://127.0.0.1:${port}/`,
    start,
    reader,
    /** Resolves when the bridge's log has said so. */
    heard: (pattern) => bridge.heard(pattern),
    /** The same, for what it says after what was waited for last. */
    heard_again: (pattern) => bridge.heard(pattern, true),
    async tap(uid) {
      const recorded = bridge.heard(new RegExp(`tap …${uid.slice(-4)} seq`), true);
      await reader(`${holds ? "swap" : "present"} uid=${uid}`);
      holds = true;
      await recorded;
    },
    signal: (name) => bridge.process.kill(name),
    kill: () => end(bridge.process, "SIGKILL"),
    async stop() {
      await end(bridge.process, "SIGKILL");
      await end(sim.process, "SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const site_of = (server, port, link) => `bridge = "cong-a"
server = "${server}"
token_file = "bridge.token"
journal = "journal.db"

[display]
listen = "127.0.0.1:${port}"
title = "Cổng A – Sở Nội vụ"

[[reader]]
id = "cong-a-1"
entrance = "cong-a"
connection = "pn532_uart:${link}"
presence_ms = 10
misses = 1
same_card_quiet_ms = 0
`;

/** Starts a program and waits until it says `pattern` on `stream`. */
async function begin(name, options, stream, pattern) {
  const child = spawn(join(bin, name), options, { stdio: ["ignore", "pipe", "pipe"] });
  child[stream === "stdout" ? "stderr" : "stdout"].resume();
  const lines = [];
  const waiting = new Set();
  createInterface({ input: child[stream] }).on("line", (line) => {
    lines.push(line);
    for (const look of [...waiting]) look(line, lines.length - 1);
  });
  let told = 0; // lines up to the one that was waited for last
  const heard = (wanted, again = false) =>
    new Promise((found, failed) => {
      const timer = setTimeout(() => failed(new Error(`${name} did not say ${wanted}:\n${lines.join("\n")}`)), ready_ms);
      const look = (line, place) => {
        const match = wanted.exec(line);
        if (!match || (again && place < told)) return;
        clearTimeout(timer);
        waiting.delete(look);
        told = place + 1;
        found(match);
      };
      waiting.add(look);
      lines.forEach(look);
    });
  return { process: child, heard, said: await heard(pattern) };
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill(signal);
  await ended;
}
