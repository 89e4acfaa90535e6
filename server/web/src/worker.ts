/** The service worker of who inspects: where the network does not answer, the pages come from what it kept. As long as
 *  it does, they come from the server, so that pages of an old version never meet an API of a new one. What is under
 *  /api it never touches. */

declare const shell_files: string[]; // set by build.mjs: all that the pages are made of
declare const shell_version: string; // changes with any byte of them

/** What of a service worker is used here. */
interface Extended extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetched extends Extended {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(name: "install" | "activate", action: (event: Extended) => void): void;
  addEventListener(name: "fetch", action: (event: Fetched) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}
const worker = self as unknown as Worker;

const prefix = "pages-";
const kept_as = prefix + shell_version;
const network_wait_ms = 4_000; // a thin line in a basement: what is kept comes sooner than nothing

worker.addEventListener("install", (event) => {
  event.waitUntil(keep_all().then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => {
  event.waitUntil(forget_older().then(() => worker.clients.claim()));
});
worker.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== worker.location.origin || pathname.startsWith("/api/")) return;
  const name = mode === "navigate" ? "/" : pathname;
  if (shell_files.includes(name)) event.respondWith(answer(event.request, name));
});

/** All of one version or none: what is kept always fits together. */
async function keep_all(): Promise<void> {
  const cache = await caches.open(kept_as);
  await cache.addAll(shell_files.map((name) => new Request(name, { cache: "reload" })));
}

async function forget_older(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== kept_as).map((name) => caches.delete(name)));
}

async function answer(request: Request, name: string): Promise<Response> {
  const kept = await (await caches.open(kept_as)).match(name);
  if (kept === undefined) return fetch(request);
  const late = new Promise<Response>((tell) => setTimeout(() => tell(kept), network_wait_ms));
  const fresh = fetch(request).then(
    (response) => (response.ok || response.status === 304 ? response : kept),
    () => kept,
  );
  return Promise.race([fresh, late]);
}
