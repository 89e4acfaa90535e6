import { computed, effect, signal } from "@preact/signals";
import type { Language } from "../format";
import { en } from "./en";
import { vi, type Words } from "./vi";

const storage_key = "language"; // all that pages keep in the browser, but for an inspector's (inspect/store.ts)

export const language = signal<Language>(remembered());
export const words = computed<Words>(() => (language.value === "vi" ? vi : en));

/** Keeps the choice and tells the document. Call once. */
export function keep_language(): void {
  effect(() => {
    document.documentElement.lang = language.value;
    try {
      localStorage.setItem(storage_key, language.value);
    } catch {
      // Storage is forbidden here: the choice lasts until the page is closed.
    }
  });
}

function remembered(): Language {
  try {
    return localStorage.getItem(storage_key) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}
