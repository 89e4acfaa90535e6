import type { Listing, ListingCell, ListingRow } from "../api/lists";
import { format_date, format_month, format_number, format_share } from "../format";
import { language } from "../i18n/language";
import { is_shown, key_of } from "../model/lists";
import { href, type Route } from "../route";
import { Linked } from "./linked";
import { SeenRows } from "./seen_rows";
import { TableHead } from "./table_head";

interface Props {
  listing: Listing;
  door: (row: ListingRow, key: string) => Route | undefined; // where a cell leads
}

/** A listing as a table; on a phone each row is a card. */
export function ListingTable({ listing, door }: Props) {
  const columns = listing.columns.filter(({ key }) => is_shown(key));
  const is_figure = (key: string) => listing.rows.some((row) => typeof row[key] === "number");
  const keys = listing.rows.map(key_of);
  return (
    <table class="report stacked" role="table">
      <caption class="unseen">{listing.title}</caption>
      <TableHead
        heads={columns.map(({ key, heading }, place) => (place === 0 ? { text: heading, of: "name" } : is_figure(key) ? { text: heading, of: "figure" } : heading))}
      />
      <SeenRows
        keys={keys}
        row={(place) => {
          const row = listing.rows[place]!;
          return (
            <tr key={keys[place]} role="row">
              {columns.map(({ key, heading }, column) => {
                const to = door(row, key);
                const text = <Linked to={to && href(to)}>{cell_text(key, row[key] ?? null)}</Linked>;
                if (column === 0) {
                  return (
                    <th key={key} role="rowheader" scope="row" class="name">
                      {text}
                    </th>
                  );
                }
                return (
                  <td key={key} role="cell" class={is_figure(key) ? "figure" : undefined} data-head={heading}>
                    {text}
                  </td>
                );
              })}
            </tr>
          );
        }}
      />
    </table>
  );
}

/** Days, months and figures as people write them. */
function cell_text(key: string, cell: ListingCell): string {
  if (cell === null || cell === "") return "–";
  if (typeof cell === "number") {
    return Number.isInteger(cell) && !key.endsWith("_rate") ? format_number(cell, language.value) : format_share(cell, language.value);
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return format_date(cell, language.value);
  return key === "month" && /^\d{4}-\d{2}$/.test(cell) ? format_month(cell, language.value) : cell;
}
