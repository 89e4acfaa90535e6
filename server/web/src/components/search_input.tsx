import type { Signal } from "@preact/signals";

const typed_chars_max = 100; // longer than any name, and than what a route takes

/** Where somebody types whom or what they look for. `label`: where no other element names it. */
export function SearchInput({ typed, label }: { typed: Signal<string>; label?: string }) {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      maxLength={typed_chars_max}
      value={typed.value}
      onInput={(event) => (typed.value = event.currentTarget.value)}
    />
  );
}
