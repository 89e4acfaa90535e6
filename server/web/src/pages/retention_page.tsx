import { useSignal } from "@preact/signals";
import { retention_api, type Erasure, type KeptKind, type Retention } from "../api/retention";
import { Confirm } from "../components/confirm";
import { fault_of } from "../components/form";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { TableHead } from "../components/table_head";
import { format_clock, format_date, format_number } from "../format";
import { language, words } from "../i18n/language";
import { retention_words } from "../i18n/retention_words";
import { retry } from "../resource";
import { powers } from "../session";

/** For how long records are kept, what is due, and what was erased. */
export function RetentionPage() {
  const said = retention_words[language.value];
  const asking = useSignal(false);
  return (
    <Loaded<Retention> path={retention_api.path} title={said.title}>
      {({ kinds, erased }) => (
        <>
          <Heading title={said.title} about={said.about}>
            {powers.value.runs_entrances && kinds.some(({ due }) => due > 0) && (
              <button type="button" onClick={() => (asking.value = true)}>
                {said.erase}
              </button>
            )}
          </Heading>
          <Kinds kinds={kinds} />
          <section class="asked-for">
            <h2>{said.history}</h2>
            {erased.length > 0 ? <History erased={erased} /> : <p class="empty">{said.none_erased}</p>}
          </section>
          {asking.value && <EraseNow close={() => (asking.value = false)} />}
        </>
      )}
    </Loaded>
  );
}

function EraseNow({ close }: { close: () => void }) {
  const said = retention_words[language.value];
  const act = async () => {
    const answer = await retention_api.erase();
    if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
    retry(retention_api.path);
    close();
    return null;
  };
  return <Confirm title={said.erase_title} text={said.erase_text} submit={said.erase} act={act} close={close} />;
}

function Kinds({ kinds }: { kinds: KeptKind[] }) {
  const said = retention_words[language.value];
  const date = (text: string | null) => (text === null ? "–" : format_date(text, language.value));
  return (
    <table role="table" class="report held">
      <caption class="unseen">{said.title}</caption>
      <TableHead heads={[{ text: said.kind, of: "name" }, said.kept, said.kept_from, { text: said.due, of: "figure" }]} />
      <tbody role="rowgroup">
        {kinds.map(({ kind, months, before, due }) => (
          <tr key={kind} role="row">
            <th role="rowheader" scope="row" class="name">
              {said.kinds[kind]}
              {said.hints[kind] && <span class="about">{said.hints[kind]}</span>}
            </th>
            <td role="cell"><Word text={said.kept} />{months === null ? said.for_ever : said.months(months)}</td>
            <td role="cell"><Word text={said.kept_from} />{date(before)}</td>
            <td role="cell" class="number">
              <Word text={said.due} />
              {months === null ? "–" : format_number(due, language.value)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function History({ erased }: { erased: Erasure[] }) {
  const said = retention_words[language.value];
  return (
    <table role="table" class="report held">
      <caption class="unseen">{said.history}</caption>
      <TableHead heads={[{ text: said.at, of: "name" }, said.kind, said.before, { text: said.records, of: "figure" }]} />
      <tbody role="rowgroup">
        {erased.map(({ kind, before, records, at }) => (
          <tr key={`${at} ${kind}`} role="row">
            <th role="rowheader" scope="row" class="name">
              {format_clock(at)} {format_date(at.slice(0, 10), language.value)}
            </th>
            <td role="cell"><Word text={said.kind} />{said.kinds[kind]}</td>
            <td role="cell"><Word text={said.before} />{format_date(before, language.value)}</td>
            <td role="cell" class="number"><Word text={said.records} />{format_number(records, language.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Word({ text }: { text: string }) {
  return <span class="cell-word">{text}: </span>;
}
