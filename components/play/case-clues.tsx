"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Case, Clue, Consequence } from "@/lib/play/case.ts";
import { useOptionKeys } from "../question/keys.ts";
import { unbroken } from "../question/unbroken.ts";
import { Citations } from "../question/why.tsx";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { CaseBand } from "./case-band.tsx";

/** The case, clue by clue: what follows from each is chosen, told, and drawn on the band. Nothing of it is recorded. */
export function CaseClues({ of: file }: { readonly of: Case }) {
  const t = useTranslations("play.case");
  const p = useTranslations("play");
  const s = useTranslations("study");
  const [given, setGiven] = useState<readonly Consequence[]>([]);
  const [seen, setSeen] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const clue = file.clues[seen];
  const answer = given[seen];
  const right = file.clues.filter((each, place) => given[place] === each.answer).length;
  const band =
    (answer === undefined ? file.clues[seen - 1]?.band : clue?.band) ?? file.clues[seen - 1]?.band ?? file.start;

  useEffect(() => {
    if (seen > 0) heading.current?.focus({ preventScroll: true });
  }, [seen]);

  const choose = (consequence: Consequence) => answer === undefined && setGiven([...given, consequence]);
  useOptionKeys(clue !== undefined && answer === undefined, [..."1234"], (place) => {
    const choice = clue?.choices[place];
    if (choice) choose(choice);
  });

  return (
    <div className="case" data-begun={given.length > 0 || undefined}>
      <CaseBand of={file} band={band} />
      {clue ? (
        <section className="case-clue">
          <h2 ref={heading} tabIndex={-1}>
            {t("clue", { number: seen + 1, of: file.clues.length })}
          </h2>
          <ClueCard clue={clue} />
          {answer === undefined ? (
            <Choices clue={clue} onChoose={choose} />
          ) : (
            <Told clue={clue} answer={answer}>
              <Button key="continue" autoFocus onClick={() => setSeen(seen + 1)}>
                {s("continue")}
              </Button>
            </Told>
          )}
        </section>
      ) : (
        <section className="case-clue">
          <h2 ref={heading} tabIndex={-1}>
            {t("over", { right, of: file.clues.length })}
          </h2>
          <p className="case-held">{unbroken(heldWords(file, t))}</p>
          <p className="note">{file.cite}</p>
          <div className="play-acts">
            <Button
              onClick={() => {
                setGiven([]);
                setSeen(0);
              }}
            >
              {p("again")}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<"play.case">>;

function ClueCard({ clue }: { readonly clue: Clue }) {
  const t = useTranslations("play.case");
  return (
    <blockquote className="panel" data-card>
      <p className="note">{t(clue.kind, { name: clue.name, role: clue.role })}</p>
      <p className="case-sentence">{unbroken(clue.sentence)}</p>
      <Citations receipts={clue.receipts} />
    </blockquote>
  );
}

function Choices({ clue, onChoose }: { readonly clue: Clue; readonly onChoose: (choice: Consequence) => void }) {
  const t = useTranslations("play.case");
  return (
    <fieldset className="options" data-press="">
      <legend className="case-ask">{t("ask")}</legend>
      {clue.choices.map((choice, place) => (
        <button key={choice} type="button" className="option" onClick={() => onChoose(choice)}>
          <Kbd>{place + 1}</Kbd>
          <span>{unbroken(choiceWords(clue, choice, t))}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Told({
  clue,
  answer,
  children,
}: {
  readonly clue: Clue;
  readonly answer: Consequence;
  readonly children: React.ReactNode;
}) {
  const t = useTranslations("play.case");
  const isRight = answer === clue.answer;
  const rows = isRight ? [answer] : [answer, clue.answer];
  return (
    <>
      <ul className="options" data-answered>
        {rows.map((choice) => (
          <li key={choice} className="option" data-is={choice === clue.answer ? "right" : "wrong"}>
            <span>{unbroken(choiceWords(clue, choice, t))}</span>
          </li>
        ))}
      </ul>
      <div className="why" data-verdict={isRight ? "right" : "no"} role="status">
        <div className="why-head">
          <h3>{t(isRight ? "right" : "wrong")}</h3>
        </div>
        <p className="why-fact">{unbroken(becauseWords(clue, t))}</p>
      </div>
      <div className="action-bar">{children}</div>
    </>
  );
}

function choiceWords({ from, to }: Clue, choice: Consequence, t: Translate): string {
  if (choice === "not-after" && to) return t("choice.not-afterTo", { to });
  return t(`choice.${choice}`, { from, to: to ?? "" });
}

function becauseWords({ kind, answer, from, to }: Clue, t: Translate): string {
  return t(`because.${kind === "silent" ? "silent" : answer}`, { from, to: to ?? "" });
}

function heldWords({ clues, held, dated, basis }: Case, t: Translate): string {
  const last = clues.at(-1)?.band;
  const isSame = last?.first === held.first && last.last === held.last;
  return t(isSame ? "held" : "heldWider", { dated, basis });
}
