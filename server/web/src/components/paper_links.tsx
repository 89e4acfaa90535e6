import { paper_formats, type PaperFormat } from "../api/papers";
import { language } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";

/** A paper to keep, in each of its formats. */
export function PaperLinks({ name, path }: { name: string; path: (format: PaperFormat) => string }) {
  return (
    <p class="links">
      {paper_formats.map((format) => (
        <a key={format} href={path(format)}>
          {paper_words[language.value].as(name, format.toUpperCase())}
        </a>
      ))}
    </p>
  );
}
