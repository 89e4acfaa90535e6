/** Hands a text to the browser as a file. The mark tells spreadsheets that it is UTF-8. */
export function save_text(name: string, text: string): void {
  const mark = text.startsWith("\uFEFF") ? "" : "\uFEFF";
  const url = URL.createObjectURL(new Blob([mark + text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // the browser has begun to read it by then
}
