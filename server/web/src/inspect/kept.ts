import { useSignal, type ReadonlySignal } from "@preact/signals";
import { liveQuery } from "dexie";
import { useEffect } from "preact/hooks";

/** What is kept on this device under a question, followed as it changes, also by another tab. undefined: not read yet. */
export function useKept<T>(question: () => Promise<T>, depends: unknown[]): ReadonlySignal<T | undefined> {
  const found = useSignal<T | undefined>(undefined);
  useEffect(() => {
    const following = liveQuery(question).subscribe({
      next: (value) => (found.value = value),
      error: () => {}, // storage that cannot be read cannot be written either: that is told where one writes
    });
    return () => following.unsubscribe();
  }, depends);
  return found;
}
