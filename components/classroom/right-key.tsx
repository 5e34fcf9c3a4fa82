import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { choicesOf, keyIs } from "@/lib/classroom/correction.ts";
import { pose } from "@/lib/questions/pose.ts";
import type { Question, Response } from "@/lib/questions/question.ts";
import { KeyInput } from "./key-input.tsx";

type Props = {
  readonly question: Question;
  /** What was given before; null at first. */
  readonly given: readonly string[] | null;
  /** Id of the form that sends it. */
  readonly form: string;
};

/** Longest text that the address takes. */
const longest = 300;

/** What is right, given as students give it: ticked, written, put in order or matched. Nothing for what has no key. */
export function RightKey({ question, given, form }: Props) {
  const t = useTranslations("remark");
  const q = useTranslations("question");
  const is = keyIs(question);
  const line = { form, maxLength: longest, autoComplete: "off" } as const;
  switch (is) {
    case null:
      return null;
    case "chosen":
      return (
        <fieldset className="choices">
          <legend>{t("options")}</legend>
          {choicesOf(question).map(({ value, text }) => (
            <label key={value}>
              <input
                type="checkbox"
                name="given"
                value={value}
                defaultChecked={(given ?? question.key).includes(value)}
                form={form}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
      );
    case "span":
      return (
        <fieldset className="right-key grid gap-4 sm:grid-cols-2">
          <legend>{t("written")}</legend>
          {(["from", "to"] as const).map((side, at) => (
            <Field
              key={side}
              label={q(`label.${side}`)}
              hint={q(`hint.${question.span![side]}`)}
              name={at === 0 ? "written" : "until"}
              defaultValue={given?.[at] ?? ""}
              {...line}
            />
          ))}
        </fieldset>
      );
    case "written":
    case "number":
    case "date": {
      const exact =
        is === "number" ? q("hint.number") : is === "date" ? q(`hint.${question.precision ?? "between"}`) : "";
      const hint = `${t("writtenHint")} ${exact}`;
      return <Field label={t("written")} hint={hint} name="written" defaultValue={given?.join("") ?? ""} {...line} />;
    }
    default:
      return (
        <fieldset className="right-key">
          <legend>{t(`arranged.${is}`)}</legend>
          <KeyInput question={pose(question)} start={startOf(question, given ?? question.key)} form={form} />
        </fieldset>
      );
  }
}

/** An order or pairs to begin with: what was given before, else the key as it is. */
function startOf({ kind, key, prompts = [] }: Question, values: readonly string[]): Response {
  if (kind === "order") return { kind, values: values.length === key.length ? values : key };
  const pairs = prompts.map(({ value: prompt }, at) => ({ prompt, value: values[at] ?? "" }));
  return { kind: "match", pairs: pairs.filter(({ value }) => value !== "") };
}
