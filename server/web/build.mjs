// Bundles the pages into OUT_DIR (default dist/): index.html, app.js, app.css, favicon.svg.
// badge-server carries these four files inside its binary, and serves them gzipped.
import { build } from "esbuild";
import { cp, mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = resolve(process.env.OUT_DIR ?? join(here, "dist"));
const first_load_bytes_max = 150 * 1024; // as served; an old PC on an office line opens the page at once

await mkdir(out, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: { app: "src/main.tsx" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome109", "firefox102", "safari15.4"], // 109 is the last Chrome of Windows 7
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
await cp(join(here, "public"), out, { recursive: true });

const files = ["index.html", "app.js", "app.css", "favicon.svg"];
const contents = await Promise.all(files.map((name) => readFile(join(out, name))));
const sum = (sizes) => sizes.reduce((all, size) => all + size, 0);
const served = contents.map((bytes) => Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length));
const total = sum(served);
console.log(
  files.map((name, i) => `${name} ${served[i]}`).join(", ") +
    `; ${total} bytes as served, ${sum(contents.map((bytes) => bytes.length))} unpacked, ${first_load_bytes_max} allowed`,
);
if (total > first_load_bytes_max) {
  console.error(`first load is ${total} bytes; at most ${first_load_bytes_max} are allowed`);
  process.exit(1);
}
