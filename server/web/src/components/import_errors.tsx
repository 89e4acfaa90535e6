import type { Problem } from "../api/client";
import { format_number } from "../format";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { understood_words } from "../i18n/understood_words";
import { SeenRows } from "./seen_rows";

/** Why a file was not taken: each bad cell with what to do; only the lines that are seen are in the document. */
export function ImportErrors({ problem }: { problem: Problem }) {
  const said = words.value.imports;
  const { errors, error_count } = problem;
  const has_places = errors.some(({ place }) => place);
  const number = (value: number) => format_number(value, language.value);
  return (
    <section aria-label={said.errors}>
      <div class="notice" role="alert">
        <p>
          <strong>{refusal(problem, words.value, language.value)}</strong>
        </p>
        {errors.length > 0 && <p class="soft">{said.error_count(number(error_count), number(errors.length))}</p>}
      </div>
      {errors.length > 0 && (
        <table role="table" class={`report import-errors${has_places ? " placed" : ""}`} aria-rowcount={errors.length + 1}>
          <caption class="unseen">{said.errors}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" class={has_places ? "" : "figure"}>
                {has_places ? understood_words[language.value].cell : said.line}
              </th>
              <th role="columnheader" scope="col">{said.column}</th>
              <th role="columnheader" scope="col">{said.value}</th>
              <th role="columnheader" scope="col">{said.message}</th>
            </tr>
          </thead>
          <SeenRows
            keys={errors.map((_, place) => String(place))}
            row={(place) => {
              const { line, column, value, message, place: cell } = errors[place]!;
              return (
                <tr key={place} role="row" aria-rowindex={place + 2}>
                  <td role="cell" class="line">{cell || (line === 0 ? "–" : number(line))}</td>
                  <td role="cell" class="code">{column || "–"}</td>
                  <td role="cell" class="code">{value || "–"}</td>
                  <td role="cell">{message}</td>
                </tr>
              );
            }}
          />
        </table>
      )}
    </section>
  );
}
