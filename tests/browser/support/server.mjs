// The real badge-server on a free port, with a data folder of its own and the small office in it.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { bridge, files, month_stream } from "./office.mjs";

const of_dev_build = fileURLToPath(new URL("../../../build/dev/bin", import.meta.url));
const program = join(process.env.BADGE_BIN ?? of_dev_build, "badge-server");
const ready_ms = 20_000; // a slow machine that builds at the same time

/** A running server with an empty store, and more lines for its server.toml, on a port that is free or given: `url`,
 *  the `administrator`'s token, its `folder`, and `stop()`. */
export async function start_server(settings = "", port = 0) {
  const folder = await mkdtemp(join(tmpdir(), "badge-browser-"));
  const config = join(folder, "server.toml");
  await writeFile(config, `listen = "127.0.0.1:${port}"\ndata = "${join(folder, "var")}"\nzone = "Asia/Ho_Chi_Minh"\n${settings}`);
  const { stdout } = await promisify(execFile)(program, ["--config", config, "init"]);
  const administrator = stdout.trim();
  const { process: server, url } = await serve(config);
  const stop = async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null && server.signalCode === null) await new Promise((done) => server.once("exit", done));
    await rm(folder, { recursive: true, force: true });
  };
  return { url, administrator, folder, stop };
}

/** A running server with the small office in it: `url`, an HR officer's `token`, `post_taps(body)` of its bridge, `import_rows(kind, rows)`,
 *  `import_schedules(toml)`, `state(kind, csv)`, the `bridge_token` of its entrance, `invite` and `add_person` for logins, and `stop()`. */
export async function start_office(settings = "", port = 0) {
  const { url, administrator, stop } = await start_server(settings, port);
  try {
    const office = await furnish(url, administrator);
    return { url, administrator, stop, ...office };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts the program and reads from its log where it listens. */
async function serve(config) {
  const server = spawn(program, ["--config", config], { stdio: ["ignore", "inherit", "pipe"] });
  const log = [];
  const address = await new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`badge-server did not listen:\n${log.join("\n")}`)), ready_ms);
    server.once("exit", (code) => failed(new Error(`badge-server ended with ${code}:\n${log.join("\n")}`)));
    createInterface({ input: server.stderr }).on("line", (line) => {
      log.push(line);
      const match = /127\.0\.0\.1:(\d+)/.exec(line);
      if (!match) return;
      clearTimeout(timer);
      found(`http://127.0.0.1:${match[1]}`);
    });
  });
  return { process: server, url: address };
}

async function furnish(url, administrator) {
  for (const [kind, text] of Object.entries(files)) {
    const type = kind === "schedules" ? "application/toml" : "text/csv";
    await ask(url, "POST", `/imports/${kind}?file=${kind}`, administrator, text, type);
  }
  const opened = await ask(url, "POST", "/bridges", administrator, JSON.stringify({ name: bridge }));
  const post_taps = (body) => ask(url, "POST", "/bridge/batches", opened.token, body, "application/x-ndjson");
  const { stream, body } = month_stream();
  await post_taps(body);
  const account = JSON.stringify({ name: "nhan-su", role: "hr" });
  const { token } = await ask(url, "POST", "/tokens", administrator, account);
  const import_rows = (kind, rows) => ask(url, "POST", `/imports/${kind}`, administrator, JSON.stringify({ rows }));
  const import_schedules = (toml) => ask(url, "POST", "/imports/schedules", administrator, toml, "application/toml");
  /** States more facts, as the file of an import. */
  const state = (kind, text) => ask(url, "POST", `/imports/${kind}?file=${kind}`, administrator, text, "text/csv");
  const people = people_of(url, administrator);
  return { token, bridge_token: opened.token, stream, post_taps, import_rows, import_schedules, state, ...people };
}

function people_of(url, administrator) {
  /** Adds a login; its invitation. */
  const invite = async (name, staff_code = "", grants = []) => {
    const wanted = JSON.stringify({ name, staff_code, grants });
    return (await ask(url, "POST", "/logins", administrator, wanted)).invitation;
  };
  /** A login whose invitation was answered. */
  const add_person = async (name, staff_code, grants) => {
    const password = `cầu thuyền biển xanh ${name.length}`;
    const token = await invite(name, staff_code, grants);
    await ask(url, "POST", "/password", "", JSON.stringify({ token, password }));
    return { name, password };
  };
  return { invite, add_person };
}

async function ask(url, method, path, token, body, type = "application/json") {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...(token && { Authorization: `Bearer ${token}` }), "Content-Type": type },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}
