// Bundles the pages into OUT_DIR (default dist/): index.html, app.js and app.css, what only inspectors load in files of
// its own, and the worker that keeps all of it on their devices. badge-server carries these files inside its binary,
// and serves them gzipped.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = resolve(process.env.OUT_DIR ?? join(here, "dist"));
const first_load_bytes_max = 150 * 1024; // as served; an old PC on an office line opens the page at once

const common = {
  absWorkingDir: here,
  outdir: out,
  bundle: true,
  minify: true,
  target: ["chrome109", "firefox102", "safari15.4"], // 109 is the last Chrome of Windows 7
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

await mkdir(out, { recursive: true });
for (const old of await readdir(out)) await rm(join(out, old), { recursive: true }); // chunks have other names each time
const { metafile } = await build({
  ...common,
  entryPoints: { app: "src/main.tsx" },
  format: "esm",
  splitting: true,
  chunkNames: "part-[hash]",
  jsx: "automatic",
  jsxImportSource: "preact",
  metafile: true,
});
await cp(join(here, "public"), out, { recursive: true });

// What app.js cannot begin without is asked for beside it, not after it.
const parts = parts_of_first_screen("app.js");
const page = await readFile(join(out, "index.html"), "utf8");
const ahead = parts.map((name) => `<link rel="modulepreload" href="/${name}">\n    `).join("");
await writeFile(join(out, "index.html"), page.replace("<script", `${ahead}<script`));

const shell = (await readdir(out)).sort();
const digest = createHash("sha256");
for (const name of shell) digest.update(`${name}\n`).update(await readFile(join(out, name)));
await build({
  ...common,
  entryPoints: { worker: "src/worker.ts" },
  format: "iife",
  define: {
    shell_files: JSON.stringify(shell.map((name) => (name === "index.html" ? "/" : `/${name}`))),
    shell_version: JSON.stringify(digest.digest("hex").slice(0, 20)),
  },
});

const files = ["index.html", "app.js", ...parts, "app.css", "favicon.svg"];
const served = await sizes(files);
const total = sum(served);
console.log(
  files.map((name, i) => `${name} ${served[i]}`).join(", ") + `; ${total} bytes as served at first, ${first_load_bytes_max} allowed`,
);
const later = (await readdir(out)).filter((name) => !files.includes(name));
const served_later = await sizes(later);
console.log(`${later.map((name, i) => `${name} ${served_later[i]}`).join(", ")}: loaded by who needs them`);
if (total > first_load_bytes_max) {
  console.error(`first load is ${total} bytes; at most ${first_load_bytes_max} are allowed`);
  process.exit(1);
}

/** The files that `name` imports before it runs, with theirs. */
function parts_of_first_screen(name) {
  const of_output = new Map(Object.entries(metafile.outputs).map(([path, output]) => [path.split("/").at(-1), output]));
  const found = [];
  const follow = (file) => {
    for (const { path, kind } of of_output.get(file).imports) {
      const part = path.split("/").at(-1);
      if (kind !== "import-statement" || found.includes(part)) continue;
      found.push(part);
      follow(part);
    }
  };
  follow(name);
  return found;
}

async function sizes(names) {
  const contents = await Promise.all(names.map((name) => readFile(join(out, name))));
  return contents.map((bytes) => Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length));
}

function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
}
