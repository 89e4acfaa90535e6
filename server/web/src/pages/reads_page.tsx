import { own_reads_path } from "../api/audit";
import { AuditPages } from "../components/audit_pages";
import { Heading } from "../components/heading";
import { words } from "../i18n/language";

/** Who else looked at one's own records. */
export function ReadsPage() {
  const said = words.value.reads;
  return (
    <>
      <Heading title={said.title} about={said.about} />
      <AuditPages path={own_reads_path} caption={said.title} none={said.none} with_records={false} />
    </>
  );
}
