import type { ComponentChildren } from "preact";
import type { Why } from "../api/types";
import { format_clock } from "../format";
import { words } from "../i18n/language";
import { RulesCited } from "./rules_cited";
import { Sign } from "./sign";

/** The facts and rules that a day's verdict rests on: taps, papers, rules, what the readers covered. */
export function WhyPanels({ why }: { why: Why }) {
  const said = words.value.day;
  return (
    <div class="panels">
      <Panel title={said.taps}>
        {why.taps.length === 0 ? <p class="empty">{said.no_taps}</p> : <Taps why={why} />}
      </Panel>
      <Panel title={said.papers}>
        <Papers why={why} />
      </Panel>
      <Panel title={said.rules}>
        <Rules why={why} />
      </Panel>
      {why.sessions.length > 0 && (
        <Panel title={said.coverage}>
          {why.coverage.length === 0 ? <p>{said.no_silence}</p> : <Coverage why={why} />}
        </Panel>
      )}
    </div>
  );
}

function Panel({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Taps({ why }: { why: Why }) {
  const said = words.value.day;
  return (
    <table class="facts">
      <thead>
        <tr>
          <th scope="col">{said.time}</th>
          <th scope="col">{said.entrance}</th>
          <th scope="col">{said.use}</th>
        </tr>
      </thead>
      <tbody>
        {why.taps.map((tap, i) => (
          <tr key={i}>
            <td class="clock">{format_clock(tap.at, true)}</td>
            <td>
              {tap.entrance || tap.reader}
              {tap.entrance && tap.reader !== tap.entrance && <span class="about">{tap.reader}</span>}
            </td>
            <td>
              {tap.use}
              {tap.ruled && <span class="about">{tap.ruled}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whatever was decided on paper about the day: leave and trips, letters, duty rosters, corrections. */
function Papers({ why }: { why: Why }) {
  const others = [...why.letters, ...why.duties, ...why.loans, ...why.corrections];
  if (why.papers.length + others.length === 0) return <p class="empty">{words.value.day.no_papers}</p>;
  return (
    <ul class="plain-list">
      {why.papers.map(({ text }) => (
        <li key={text}>
          <Sign name="excused" /> {text}
        </li>
      ))}
      {others.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Rules({ why }: { why: Why }) {
  return (
    <>
      <HoursInForce why={why} />
      <RulesCited unit={why.staff.unit_code} from={why.date} to={why.date} />
    </>
  );
}

function HoursInForce({ why }: { why: Why }) {
  const said = words.value.day;
  const { schedule } = why;
  return (
    <dl class="rules">
      <dt>{said.unit}</dt>
      <dd>{why.staff.unit_name}</dd>
      <dt>{said.calendar}</dt>
      <dd>{[words.value.day_kind[why.kind], why.calendar].filter(Boolean).join(", ")}</dd>
      <dt>{said.schedule}</dt>
      <dd>
        {schedule === null ? said.no_schedule : schedule.name}
        {schedule?.hours && <span class="about">{schedule.hours}</span>}
      </dd>
      {schedule?.assigned_to && (
        <>
          <dt>{said.assigned_to}</dt>
          <dd>{schedule.assigned_to}</dd>
        </>
      )}
    </dl>
  );
}

function Coverage({ why }: { why: Why }) {
  return (
    <ul class="plain-list">
      {why.coverage.map((span, i) => (
        <li key={i}>
          <Sign name="provisional" /> {span.text}
        </li>
      ))}
    </ul>
  );
}
