import { useSignal } from "@preact/signals";
import type { InspectionFile } from "../api/inspection_files";
import { capital } from "../components/session_list";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { choices_of, StepDialog } from "./step_dialog";
import { write } from "./write";

/** Who inspects. */
export function TeamPart({ inspection, again }: { inspection: InspectionFile; again: () => void }) {
  const said = inspection_words[language.value];
  const joining = useSignal(false);
  const { team, may, file, state } = inspection;
  const changes = may.lead && state !== "ended" && state !== "dropped";
  const leave = async (login: string, full_name: string) => {
    await write(file, [{ kind: "left", fields: { login, full_name } }]);
    again();
  };
  return (
    <section class="asked-for">
      <h2>{said.team}</h2>
      {team.length === 0 && <p class="empty">{said.no_team}</p>}
      <ul class="plain-list">
        {team.map((member) => (
          <li key={`${member.login} ${member.full_name}`}>
            {capital(said.role[member.role])}: <strong>{member.full_name}</strong>
            {member.job && <span class="soft"> · {member.job}</span>}
            {changes && (
              <>
                {" "}
                <button type="button" class="plain" aria-label={said.leave_of(member.full_name)} onClick={() => void leave(member.login, member.full_name)}>
                  {said.leave}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {changes && (
        <button type="button" onClick={() => (joining.value = true)}>
          {said.join}
        </button>
      )}
      {joining.value && (
        <StepDialog
          title={said.join}
          file={file}
          fields={[
            { name: "login", label: said.login },
            { name: "full_name", label: said.full_name },
            { name: "job", label: said.job },
            { name: "role", type: "choice", label: said.role_word, choices: choices_of(said.role), value: "member" },
          ]}
          steps={(value) => [{ kind: "joined", fields: { ...value, full_name: value.full_name || value.login || "" } }]}
          done={() => {
            joining.value = false;
            again();
          }}
          close={() => (joining.value = false)}
        />
      )}
    </section>
  );
}
