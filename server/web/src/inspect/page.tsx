import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { InspectionLine } from "../api/inspections";
import { Heading } from "../components/heading";
import { Waiting } from "../components/waiting";
import { format_clock, format_date, format_number } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import { note_kept } from "../kept_here";
import { verify_words } from "../i18n/verify_words";
import { href } from "../route";
import { powers } from "../session";
import { Delivery } from "./delivery";
import { useKept } from "./kept";
import { last_owner, list_of, steps_of, unsent_of_others } from "./store";
import { Unsent, UnsentSign } from "./unsent";
import { Verify } from "./verify";
import { Walk } from "./walk";

export interface InspectProps {
  file: string; // empty: which inspection?
  who: string | null; // who is signed in; null: nobody knows yet
}

/** From desk to desk, with or without a network. */
export function InspectPage({ file, who }: InspectProps) {
  const before = useKept(last_owner, []);
  const owner = who ?? before.value;
  useEffect(be_ready_offline, []);
  if (owner === undefined) return <Waiting />;
  if (owner === null) return <Nothing />;
  return file ? <Walk file={file} owner={owner} key={`${owner} ${file}`} /> : <Choose owner={owner} key={owner} />;
}

/** The pages come from this device where no network is; and it is asked to throw nothing away. */
function be_ready_offline(): void {
  note_kept();
  void navigator.serviceWorker?.register("/worker.js").catch(() => {}); // without TLS there is none: the rest works
  void navigator.storage?.persist?.().catch(() => false);
}

function Nothing() {
  const said = inspect_words[language.value];
  return (
    <>
      <Heading title={said.title} />
      <p class="empty">{said.not_here}</p>
    </>
  );
}

function Choose({ owner }: { owner: string }) {
  const said = inspect_words[language.value];
  const list = useKept(() => list_of(owner), [owner]);
  const steps = useKept(() => steps_of(owner), [owner]);
  const foreign = useKept(() => unsent_of_others(owner), [owner]);
  const delivery = useSignal<Delivery | null>(null);
  useEffect(() => {
    delivery.value = new Delivery(owner, null);
    delivery.value.open();
    return () => delivery.peek()?.close();
  }, [owner]);
  const under_way = useComputed(() => list.value?.inspections.filter(({ state }) => state === "started") ?? []);
  return (
    <div class="inspect">
      <Heading title={said.title} about={said.choose} />
      <p>{steps.value && <UnsentSign steps={steps.value} />}</p>
      <Unsent steps={steps.value ?? []} send_now={() => delivery.peek()?.nudge()} />
      {(foreign.value ?? 0) > 0 && <p class="notice">{said.others_wait(format_number(foreign.value ?? 0, language.value))}</p>}
      {list.value && under_way.value.length === 0 && <p class="empty">{said.none}</p>}
      <ul class="inspect-choices">
        {under_way.value.map((line) => (
          <li key={line.file}>
            <a href={href({ page: "inspect", file: line.file })}>
              <strong>{name_of(line)}</strong>
              <span class="about">{about(line)}</span>
            </a>
          </li>
        ))}
      </ul>
      {powers.value.inspects && (
        <section>
          <h2>{verify_words[language.value].title}</h2>
          <Verify file="" />
        </section>
      )}
      {(powers.value.inspects || powers.value.decides) && (
        <p>
          <a href={href({ page: "inspections", tab: "list" })}>{said.all_inspections}</a>
        </p>
      )}
    </div>
  );
}

export const name_of = ({ unit_name, place }: InspectionLine): string => [unit_name, place].filter(Boolean).join(" · ");

export function about({ number, started_at }: InspectionLine): string {
  const said = inspect_words[language.value];
  const started = started_at && said.started(format_clock(started_at), format_date(started_at.slice(0, 10), language.value));
  return [number && said.number(number), started].filter(Boolean).join(" · ");
}
