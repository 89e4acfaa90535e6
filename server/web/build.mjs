// Bundles the pages into OUT_DIR (default dist/): index.html, app.js, app.css, favicon.svg.
// badge-server carries these four files inside its binary.
import { build } from "esbuild";
import { cp, mkdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = resolve(process.env.OUT_DIR ?? join(here, "dist"));
const first_load_bytes_max = 150 * 1024; // an old PC on an office line opens the page at once

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
const sizes = await Promise.all(files.map(async (name) => (await stat(join(out, name))).size));
const total = sizes.reduce((sum, size) => sum + size, 0);
console.log(files.map((name, i) => `${name} ${sizes[i]}`).join(", ") + `; ${total} bytes in all`);
if (total > first_load_bytes_max) {
  console.error(`first load is ${total} bytes; at most ${first_load_bytes_max} are allowed`);
  process.exit(1);
}
