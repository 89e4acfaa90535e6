import { signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { rows_seen, whole, type SeenRange } from "../model/seen_rows";

/** On paper every row stands. */
const printing = signal(matchMedia("print").matches);
matchMedia("print").addEventListener("change", (event) => (printing.value = event.matches));
addEventListener("beforeprint", () => (printing.value = true));
addEventListener("afterprint", () => (printing.value = matchMedia("print").matches));

interface Props {
  keys: readonly string[]; // of all rows, in order; each once
  row: (place: number) => ComponentChildren; // a <tr>
}

/** The body of a long table: only the rows that are seen, and some around them, stand in the document; the others are
 *  empty room of their height. Rows are measured, because names may need two lines. */
export function SeenRows({ keys, row }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const heights = useRef(new Map<string, number>());
  const range = useSignal<SeenRange>(rows_seen(keys, heights.current, 0, 0));

  const look = () => {
    const { current } = body;
    if (current === null) return;
    // The rows begin where the gap above them does.
    const top = (current.previousElementSibling?.tagName === "TBODY" ? current.previousElementSibling : current).getBoundingClientRect().top;
    const next = printing.value ? whole(keys) : rows_seen(keys, heights.current, -top, innerHeight - top);
    const { first, end, before, after } = range.peek();
    if (next.first !== first || next.end !== end || next.before !== before || next.after !== after) range.value = next;
  };
  useLayoutEffect(() => {
    const rows = body.current?.children ?? [];
    for (let i = 0; i < rows.length; ++i) {
      const key = keys[range.value.first + i];
      if (key !== undefined) heights.current.set(key, (rows[i] as HTMLElement).offsetHeight);
    }
    look();
  });
  useEffect(() => {
    const forget = () => {
      heights.current.clear(); // lines break elsewhere now
      look();
    };
    addEventListener("scroll", look, { passive: true, capture: true }); // also of a box that scrolls by itself
    addEventListener("resize", forget);
    return () => {
      removeEventListener("scroll", look, { capture: true });
      removeEventListener("resize", forget);
    };
  });

  const { first, before, after } = printing.value ? whole(keys) : range.value;
  const end = printing.value ? keys.length : Math.min(range.value.end, keys.length);
  const rows: ComponentChildren[] = [];
  for (let place = first; place < end; ++place) rows.push(row(place));
  return (
    <>
      <Gap key="before" height={before} />
      <tbody key="rows" role="rowgroup" ref={body}>
        {rows}
      </tbody>
      <Gap key="after" height={after} />
    </>
  );
}

function Gap({ height }: { height: number }) {
  return height === 0 ? null : (
    <tbody class="gap" aria-hidden="true">
      <tr>
        <td style={{ height: `${height}px` }} />
      </tr>
    </tbody>
  );
}
