import { useTranslations } from "next-intl";
import { Button } from "../ui/button.tsx";

type Props = {
  readonly pack: string;
  readonly facts: readonly { readonly fact: string; readonly sentence: string }[];
  readonly bringBack: (form: FormData) => Promise<void>;
};

/** What the learner has suspended, each with a way back. */
export function SuspendedList({ pack, facts, bringBack }: Props) {
  const t = useTranslations("progress");
  return (
    <ul className="suspended">
      {facts.map(({ fact, sentence }) => (
        <li key={fact}>
          <span>{sentence}</span>
          <form action={bringBack}>
            <input type="hidden" name="pack" value={pack} />
            <input type="hidden" name="fact" value={fact} />
            <Button type="submit" tone="quiet" aria-label={t("bringBackName", { fact: sentence })}>
              {t("bringBack")}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
