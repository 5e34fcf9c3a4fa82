import { useTranslations } from "next-intl";
import type { AskedAbout } from "@/lib/questions/asked-about.ts";
import type { Question } from "@/lib/questions/question.ts";
import { unbroken } from "../question/unbroken.ts";
import { Hidden } from "../ui/hidden.tsx";
import { Tag } from "../ui/tag.tsx";

/** What is asked about a fact, form by form: the stem, the answer, the kinds in which it is put. */
export function AskedList({ asked }: { readonly asked: readonly AskedAbout[] }) {
  const t = useTranslations("facts");
  const forms = Map.groupBy(asked, ({ form }) => form);
  return [...forms].map(([form, groups]) => (
    <section key={form} className="asked" aria-labelledby={`asked-${form}`}>
      <h3 id={`asked-${form}`}>{t(`form.${form}`)}</h3>
      <ul>
        {groups.map(({ stem, answer, questions }) => (
          <li key={`${stem}\n${answer}`}>
            <p className="asked-stem">{unbroken(stem)}</p>
            <div>
              <p className="asked-answer">
                <Hidden>{t("answer")} </Hidden>
                {unbroken(answer)}
              </p>
              <p className="asked-kinds">
                <Kinds questions={questions} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Kinds({ questions }: { readonly questions: readonly Question[] }) {
  const t = useTranslations("question");
  return [...new Set(questions.map(({ kind }) => kind))].map((kind) => (
    <Tag key={kind} tone="quiet">
      {t(`kind.${kind}`)}
    </Tag>
  ));
}
