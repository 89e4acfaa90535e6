import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { OpenInspection } from "../api/inspections";
import { Heading } from "../components/heading";
import { Segmented } from "../components/segmented";
import { Waiting } from "../components/waiting";
import { format_number } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import { verify_words } from "../i18n/verify_words";
import { seen_findings, type SeenFinding } from "../model/inspect_findings";
import { seen_lines, type SeenLine } from "../model/inspect_lines";
import { seen_people, type Seen } from "../model/inspect_marks";
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
  const seen = useSeen(inspection, steps.value, owner);
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
      <Refused steps={steps.value} people={seen.people} lines={seen.lines} again={look} />
      {walking && (
        <>
          <details class="verify-part">
            <summary>{verify_words[language.value].title}</summary>
            <Verify file={file} />
          </details>
          <PartChoice seen={seen} part={part} />
          {part.value === "people" && <PeopleWalk {...walking} all={seen.people} />}
          {part.value === "lines" && <LinesWalk {...walking} all={seen.lines} />}
          {part.value === "findings" && <FindingsWalk {...walking} all={seen.findings} people={seen.people} />}
        </>
      )}
      <Told telling={told.value} />
    </div>
  );
}

interface SeenHere {
  people: Seen[];
  lines: SeenLine[];
  findings: SeenFinding[];
}

/** What the server told last, with what this device has not delivered yet laid over it. */
function useSeen(inspection: OpenInspection | undefined, steps: readonly KeptStep[] | undefined, owner: string): SeenHere {
  return useMemo(() => {
    if (inspection === undefined || steps === undefined) return { people: [], lines: [], findings: [] };
    const { file, lines = [], findings = [] } = inspection;
    return {
      people: seen_people(inspection, steps, owner),
      lines: seen_lines(lines, file, steps, owner),
      findings: seen_findings(findings, file, steps, owner),
    };
  }, [inspection, steps, owner]);
}

function PartChoice({ seen, part }: { seen: SeenHere; part: Signal<Part> }) {
  const said = inspect_words[language.value];
  const count = seen.findings.length;
  const text_of = (each: Part) => (each === "findings" && count > 0 ? `${said.parts[each]} (${format_number(count, language.value)})` : said.parts[each]);
  const choices = parts.filter((each) => each !== "lines" || seen.lines.length > 0).map((each) => ({ value: each, text: text_of(each) }));
  return <Segmented label={said.part} name="part" value={part.value} choices={choices} choose={(each) => (part.value = each)} />;
}
