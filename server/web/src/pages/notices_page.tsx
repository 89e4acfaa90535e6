import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { notices_api, notices_path, type Channel, type NoticeState, type Undelivered } from "../api/notices";
import { CellWord } from "../components/cell_word";
import { Confirm } from "../components/confirm";
import { Heading } from "../components/heading";
import { Loaded } from "../components/loaded";
import { format_clock, format_date, format_number } from "../format";
import { explanation } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { error_words, notice_words } from "../i18n/notice_words";
import { retry } from "../resource";

const asked_again_ms = 10_000; // that something has arrived, no event says

/** Whether what the system tells people and programs arrives, and what becomes of what did not. */
export function NoticesPage() {
  const said = notice_words[language.value];
  useEffect(() => {
    const timer = setInterval(() => retry(notices_path), asked_again_ms);
    return () => clearInterval(timer);
  }, []);
  return (
    <Loaded<NoticeState> path={notices_path} title={said.notices}>
      {({ channels, messages }) => (
        <>
          <Heading title={said.notices} about={said.notices_about} />
          {channels.length === 0 ? <p class="empty">{said.off}</p> : <Channels channels={channels} />}
          {(channels.length > 0 || messages.length > 0) && (
            <section class="waiting-kind">
              <h2>{said.undelivered}</h2>
              {messages.length === 0 ? <p class="empty">{said.none}</p> : <Messages messages={messages} />}
            </section>
          )}
        </>
      )}
    </Loaded>
  );
}

const name_of = (channel: string): string => (channel === "mail" ? notice_words[language.value].mail : channel);
const moment = (at: string): string => `${format_clock(at)} ${format_date(at.slice(0, 10), language.value)}`;

function Channels({ channels }: { channels: Channel[] }) {
  const said = notice_words[language.value];
  const number = (count: number) => format_number(count, language.value);
  return (
    <table role="table" class="report held">
      <caption class="unseen">{said.channel}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="name">{said.channel}</th>
          <th role="columnheader" scope="col">{said.delivered}</th>
          <th role="columnheader" scope="col">{said.waiting}</th>
          <th role="columnheader" scope="col">{said.dead}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {channels.map(({ channel, delivered_at, waiting, dead, closed_at }) => (
          <tr key={channel} role="row">
            <th role="rowheader" scope="row" class="name">
              {name_of(channel)}
              {closed_at && (
                <p class="alarm">
                  {said.closed(moment(closed_at))}{" "}
                  <button type="button" class="plain" onClick={() => void notices_api.open(channel).then(() => retry(notices_path))}>
                    {said.open}
                  </button>
                </p>
              )}
            </th>
            <td role="cell"><CellWord text={said.delivered} />{delivered_at ? moment(delivered_at) : said.never}</td>
            <td role="cell"><CellWord text={said.waiting} />{number(waiting)}</td>
            <td role="cell" class={dead > 0 ? "alarm" : ""}><CellWord text={said.dead} />{number(dead)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Messages({ messages }: { messages: Undelivered[] }) {
  const said = notice_words[language.value];
  const dropping = useSignal<Undelivered | null>(null);
  const again = async (no: number) => {
    await notices_api.again(no);
    retry(notices_path);
  };
  const drop = async (no: number) => {
    const answer = await notices_api.drop(no);
    if (!answer.ok && answer.problem.status !== 404) return { text: explanation(answer.problem, words.value.problem) };
    dropping.value = null;
    retry(notices_path);
    return null;
  };
  return (
    <>
      <table role="table" class="report held undelivered">
        <caption class="unseen">{said.undelivered}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">{said.message}</th>
            <th role="columnheader" scope="col">{said.receiver}</th>
            <th role="columnheader" scope="col">{said.made}</th>
            <th role="columnheader" scope="col">{said.attempts}</th>
            <th role="columnheader" scope="col">{said.error}</th>
            <th role="columnheader" scope="col">{said.actions}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {messages.map((message) => (
            <tr key={message.no} role="row">
              <th role="rowheader" scope="row" class="name">{message.title}</th>
              <td role="cell"><CellWord text={said.receiver} />{message.receiver || name_of(message.channel)}</td>
              <td role="cell"><CellWord text={said.made} />{moment(message.made_at)}</td>
              <td role="cell"><CellWord text={said.attempts} />{format_number(message.attempts, language.value)}</td>
              <td role="cell">
                <CellWord text={said.error} />
                {error_words(message.error, language.value)}
                <span class={`about ${message.state === "dead" ? "alarm" : ""}`}>
                  {message.state === "dead" ? said.given_up : said.next(moment(message.next_at))}
                </span>
              </td>
              <td role="cell" class="actions">
                <button type="button" class="plain" aria-label={`${said.again}: ${message.title}`} onClick={() => void again(message.no)}>
                  {said.again}
                </button>
                <button type="button" class="plain" aria-label={`${said.drop}: ${message.title}`} onClick={() => (dropping.value = message)}>
                  {said.drop}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dropping.value && (
        <Confirm
          title={said.drop_title}
          text={said.drop_text(dropping.value.title)}
          submit={said.drop}
          act={() => drop(dropping.value?.no ?? 0)}
          close={() => (dropping.value = null)}
        />
      )}
    </>
  );
}
