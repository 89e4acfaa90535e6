import { notices_path, type NoticeState } from "../api/notices";
import { format_number } from "../format";
import { language } from "../i18n/language";
import { notice_words } from "../i18n/notice_words";
import { useResource } from "../resource";
import { href } from "../route";

/** Whether mails and webhooks arrive; nothing where none are sent. */
export function NoticeSum() {
  const said = notice_words[language.value];
  const { value } = useResource<NoticeState>(notices_path).value;
  if (value === null || value.channels.length === 0) return null;
  const left = value.messages.length;
  return (
    <p class={left > 0 ? "alarm" : "soft"}>
      <a href={href({ page: "notices" })}>
        {left > 0 ? said.not_sent(format_number(left, language.value)) : said.all_sent}
      </a>
    </p>
  );
}
