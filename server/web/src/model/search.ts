/** Names are found as people type them: without marks, in any case; đ is d. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .trim();
}

/** Every word of the question must stand somewhere in the text. */
export function matches(text: string, question: string): boolean {
  const haystack = folded(text);
  return folded(question)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
