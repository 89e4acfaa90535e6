import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { OpenInspection } from "../api/inspections";
import { Heading } from "../components/heading";
import { Segmented } from "../components/segmented";
import { Waiting } from "../components/waiting";
import { format_number } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import { verify_words } from "../i18n/verify_words";
import { seen_findings } from "../model/inspect_findings";
import { seen_lines } from "../model/inspect_lines";
import { seen_people } from "../model/inspect_marks";
import type { KeptStep } from "../model/inspect_queue";
import { href } from "../route";
import { Delivery, obstacle } from "./delivery";
import { FindingsWalk } from "./findings_walk";
import { useKept } from "./kept";
import { LinesWalk } from "./lines_walk";
import { about, name_of } from "./page";
import { PeopleWalk } from "./people_walk";
import { Refused } from "./refused";
import { inspection_of, keep_steps, steps_of } from "./store";
import { Told, type Telling } from "./told";
import { Unsent } from "./unsent";
import { Verify } from "./verify";

/** What a part of the page needs to show what is known and to write what is seen. */
export interface Walking {
  inspection: OpenInspection;
  steps: readonly KeptStep[]; // on this device
  owner: string;
  /** Keeps a step on this device, sends it when it can, and says what was written: `undo` takes it back. */
  write: (steps: KeptStep[], says: () => string, undo?: (() => void) | null) => Promise<boolean>; // whether it is kept
  look: () => void; // asks the server what it knows now
}

const parts = ["people", "lines", "findings"] as const;
type Part = (typeof parts)[number];

/** One inspection: the people of its list and what its checklists ask, and what is seen of each. */
export function Walk({ file, owner }: { file: string; owner: string }) {
  const said = inspect_words[language.value];
  const kept = useKept(() => inspection_of(owner, file).then((found) => found ?? null), [file, owner]);
  const steps = useKept(() => steps_of(owner), [owner]);
  const delivery = useRef<Delivery | null>(null);
  useEffect(() => {
    delivery.current = new Delivery(owner, file);
    delivery.current.open();
    return () => delivery.current?.close();
  }, [file, owner]);

  const part = useSignal<Part>("people");
  const told = useSignal<Telling | null>(null);
  const inspection = kept.value?.inspection;
  const people = useMemo(
    () => (inspection && steps.value ? seen_people(inspection, steps.value, owner) : []),
    [inspection, steps.value, owner],
  );
  const lines = useMemo(
    () => (inspection && steps.value ? seen_lines(inspection.lines ?? [], file, steps.value, owner) : []),
    [inspection, steps.value, owner],
  );
  const findings = useMemo(
    () => (inspection && steps.value ? seen_findings(inspection.findings ?? [], file, steps.value, owner) : []),
    [inspection, steps.value, owner],
  );
  const look = () => delivery.current?.nudge();
  const write: Walking["write"] = async (written, says, undo = null) => {
    try {
      await keep_steps(written);
      told.value = { says, undo };
      look();
      return true;
    } catch {
      told.value = { says: () => inspect_words[language.value].not_kept, failed: true, undo: null };
      return false;
    }
  };

  if (kept.value === undefined || steps.value === undefined) return <Waiting />;
  const count = format_number(findings.length, language.value);
  const choices = parts
    .filter((each) => each !== "lines" || lines.length > 0)
    .map((each) => ({ value: each, text: each === "findings" && findings.length > 0 ? `${said.parts.findings} (${count})` : said.parts[each] }));
  const walking = inspection && { inspection, steps: steps.value, owner, write, look };
  return (
    <div class="inspect">
      <p class="trail">
        <a href={href({ page: "inspect", file: "" })}>‹ {said.all_inspections}</a>
      </p>
      <Heading title={inspection ? name_of(inspection) : said.title} about={inspection && about(inspection)} />
      {inspection?.state === "ended" && <p class="notice">{said.ended}</p>}
      {!inspection && (obstacle.value ? <p class="empty">{said.not_here}</p> : <Waiting />)}
      <Unsent steps={steps.value} send_now={look} />
      <Refused steps={steps.value} people={people} lines={lines} again={look} />
      {walking && (
        <>
          <details class="verify-part">
            <summary>{verify_words[language.value].title}</summary>
            <Verify file={file} />
          </details>
          <Segmented label={said.part} name="part" value={part.value} choices={choices} choose={(each) => (part.value = each)} />
          {part.value === "people" && <PeopleWalk {...walking} all={people} />}
          {part.value === "lines" && <LinesWalk {...walking} all={lines} />}
          {part.value === "findings" && <FindingsWalk {...walking} all={findings} people={people} />}
        </>
      )}
      <Told telling={told.value} />
    </div>
  );
}
