"use client";

import { useState } from "react";
import { QuestionInput } from "@/components/question/input.tsx";
import type { PosedQuestion, Response } from "@/lib/questions/question.ts";

type Props = {
  readonly question: PosedQuestion;
  readonly start: Response;
  /** Id of the form that sends it. */
  readonly form: string;
};

/** The right order or the right pairs, given as students give them; what is given goes into another form as `given`, value by value. */
export function KeyInput({ question, start, form }: Props) {
  const [response, setResponse] = useState(start);
  return (
    <>
      <QuestionInput
        question={question}
        when="changed"
        response={start}
        onResponse={setResponse}
        formId="key"
        keys={false}
      />
      {valuesOf(question, response).map(({ of, value }) => (
        <input key={of} type="hidden" form={form} name="given" value={value} />
      ))}
    </>
  );
}

/** All values in order; of a match the partner of each prompt, in their order, none as nothing. */
function valuesOf({ prompts = [] }: PosedQuestion, response: Response) {
  if (response.kind === "order") return response.values.map((value) => ({ of: value, value }));
  const pairs = response.kind === "match" ? response.pairs : [];
  return prompts.map(({ value: of }) => ({ of, value: pairs.find(({ prompt }) => prompt === of)?.value ?? "" }));
}
