import { words } from "../i18n/language";

export function Waiting() {
  return (
    <p class="waiting" role="status">
      {words.value.loading}
    </p>
  );
}
