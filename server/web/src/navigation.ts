import { computed, signal } from "@preact/signals";
import { parse_route } from "./route";

/** The address, watched. Going back restores where the reader was on the page; going on starts at its top. */
const hash = signal(location.hash);
export const route = computed(() => parse_route(hash.value));

/** How many pages were opened since the first: 0 means that nobody has moved yet. */
export let pages_opened = 0;

const places_max = 100; // pages whose scroll place is remembered
const places = new Map<string, number>();
let followed_link = false; // else the address changed by Back, Forward or typing

export function watch_address(): void {
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => remember(hash.peek()), { passive: true });
  addEventListener("click", note_link, { capture: true });
  addEventListener("hashchange", () => {
    const place = followed_link ? 0 : (places.get(location.hash) ?? 0);
    followed_link = false;
    pages_opened += 1;
    hash.value = location.hash;
    requestAnimationFrame(() => scrollTo(0, place));
  });
}

/** Moves by program, as a followed link does. */
export function go_to(address: string): void {
  followed_link = true;
  location.hash = address;
}

/** Puts another address in the place of this one: Back does not lead to it any more. */
export function replace_address(address: string): void {
  history.replaceState(null, "", address);
  hash.value = location.hash;
}

function note_link(event: MouseEvent): void {
  const opens_elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
  if (opens_elsewhere || !(event.target instanceof Element)) return;
  const link = event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") !== location.hash) followed_link = true;
}

function remember(address: string): void {
  places.delete(address);
  places.set(address, scrollY);
  if (places.size > places_max) places.delete(places.keys().next().value as string);
}
