/** A column: its words, and what stands under them where that is no plain text. */
export type Head = string | { text: string; of: "name" | "figure" };

/** The row of column heads of a table. */
export function TableHead({ heads }: { heads: Head[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {heads.map((head) => {
          const { text, of } = typeof head === "string" ? { text: head, of: undefined } : head;
          return (
            <th key={text} role="columnheader" scope="col" class={of}>
              {text}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
