import { words } from "../i18n/language";
import { Cancel, Dialog } from "./dialog";
import { FormEnd, useForm, type Fault } from "./form";

interface ConfirmProps {
  title: string;
  text: string;
  submit: string;
  act: () => Promise<Fault | null>;
  close: () => void;
}

/** One question before something that many people would notice. */
export function Confirm({ title, text, submit, act, close }: ConfirmProps) {
  const form = useForm(act);
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={form.submit} noValidate>
        <p>{text}</p>
        <FormEnd form={form} text={submit} waiting={words.value.password.saving}>
          <Cancel close={close} first />
        </FormEnd>
      </form>
    </Dialog>
  );
}
