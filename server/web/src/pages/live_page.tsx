import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Heading } from "../components/heading";
import { LiveTable } from "../components/live_table";
import { format_number } from "../format";
import { language, words } from "../i18n/language";
import type { LineState } from "../event_line";
import { LiveFeed } from "../live_feed";
import { live_taps_max, type LiveLine } from "../model/live_list";

/** Who comes in now, and whether the line to the server stands. A pause keeps still what one is reading. */
export function LivePage() {
  const said = words.value.live;
  const feed = useMemo(() => new LiveFeed(), []);
  const held = useSignal<LiveLine[] | null>(null); // what stood there when it was paused
  useEffect(() => {
    feed.open();
    return () => feed.close();
  }, [feed]);

  const lines = held.value ?? feed.lines.value;
  return (
    <>
      <Heading
        title={said.title}
        about={<State state={feed.state.value} paused={held.value !== null} />}
      >
        <button type="button" aria-pressed={held.value !== null} onClick={() => (held.value = held.value ? null : feed.lines.value)}>
          {held.value === null ? said.pause : resume_text(held.value, feed.lines.value)}
        </button>
      </Heading>
      {lines.length === 0 ? <p class="empty">{said.empty}</p> : <LiveTable lines={lines} />}
      <p class="footnote">
        {said.bounded(format_number(live_taps_max, language.value))}
        {feed.missed.value > 0 && ` ${said.missed(format_number(feed.missed.value, language.value))}`}
      </p>
    </>
  );
}

function State({ state, paused }: { state: LineState; paused: boolean }) {
  const said = words.value.live;
  return (
    <span class={`line-state line-${state}`} role="status">
      {said[state]}
      {paused && `, ${said.paused}`}
    </span>
  );
}

function resume_text(held: LiveLine[], now: LiveLine[]): string {
  const said = words.value.live;
  const newest = held[0]?.key ?? 0;
  const waiting = now.filter((line) => line.key > newest).length;
  return waiting === 0 ? said.resume : said.waiting(format_number(waiting, language.value));
}
