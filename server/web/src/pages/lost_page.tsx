import { Heading } from "../components/heading";
import { words } from "../i18n/language";
import { href } from "../route";

/** No page, or none for this person; and the way on. */
export function LostPage({ why }: { why: "lost" | "no_access" }) {
  const said = words.value;
  return (
    <>
      <Heading title={said[why].title} about={said[why].text} />
      <p>
        <a href={href({ page: "lost" })}>{said.lost.home}</a>
      </p>
    </>
  );
}
