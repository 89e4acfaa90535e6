import { useEffect } from "preact/hooks";
import { entrances_path, type DoorWatch } from "../api/entrances";
import { notices_path } from "../api/notices";
import { DoorTable } from "../components/door_table";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { NoticeSum } from "../components/notice_sum";
import { WaitingLine } from "../components/waiting_line";
import { useServerEvents, type LineState } from "../event_line";
import { format_clock, format_date, format_number } from "../format";
import { entrance_words } from "../i18n/entrance_words";
import { language, words } from "../i18n/language";
import { retention_words } from "../i18n/retention_words";
import { retry } from "../resource";
import { href } from "../route";

const asked_again_ms = 10_000; // that an entrance is silent, no event says

/** Is every door alive? Those that need somebody stand first. */
export function EntrancesPage() {
  const again = () => {
    retry(entrances_path);
    retry(notices_path);
  };
  const line = useServerEvents(["entrances"], again);
  useEffect(() => {
    const timer = setInterval(again, asked_again_ms);
    return () => clearInterval(timer);
  }, []);
  const said = entrance_words[language.value];
  return (
    <Loaded<DoorWatch> path={entrances_path} title={said.title}>
      {(watch) => (
        <>
          <Heading title={said.title} about={<About watch={watch} line={line.value} />} />
          <Sum watch={watch} />
          <WaitingLine but={["reader_silent", "clock_off"]} />
          {watch.entrances.length > 0 && <DoorTable doors={watch.entrances} now={watch.now} />}
        </>
      )}
    </Loaded>
  );
}

function About({ watch, line }: { watch: DoorWatch; line: LineState }) {
  return (
    <>
      {moment(watch.now)} ·{" "}
      <span class={`line-state line-${line}`} role="status">
        {words.value.live[line]}
      </span>
    </>
  );
}

function Sum({ watch }: { watch: DoorWatch }) {
  const said = entrance_words[language.value];
  const number = (count: number) => format_number(count, language.value);
  const waiting = watch.entrances.filter((door) => door.cannot_wait).length;
  const all = number(watch.entrances.length);
  const doors = waiting > 0 ? said.some_wait(number(waiting), all) : said.all_alive(all);
  return (
    <div class="door-sum" role="status">
      <p class={waiting > 0 ? "alarm" : ""}>
        <strong>{watch.entrances.length === 0 ? said.none : doors}</strong>
      </p>
      <p class={watch.backup_is_old ? "alarm" : "soft"}>
        {backup_line(watch)} <a href={href({ page: "retention" })}>{retention_words[language.value].title}</a>
      </p>
      <NoticeSum />
      {watch.queued_batches > 0 && <p class="soft">{said.queued(number(watch.queued_batches))}</p>}
    </div>
  );
}

function backup_line({ backup_at, backup_is_old }: DoorWatch): string {
  const said = entrance_words[language.value];
  if (backup_at === null) return said.no_backup;
  return backup_is_old ? said.backup_old(moment(backup_at)) : `${said.backup}: ${moment(backup_at)}.`;
}

const moment = (at: string): string => `${format_clock(at)} ${format_date(at.slice(0, 10), language.value)}`;
