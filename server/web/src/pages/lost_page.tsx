import { Heading } from "../components/heading";
import { words } from "../i18n/language";
import { href } from "../route";

export function LostPage() {
  const said = words.value.lost;
  return (
    <>
      <Heading title={said.title} about={said.text} />
      <p>
        <a href={href({ page: "lost" })}>{said.home}</a>
      </p>
    </>
  );
}
