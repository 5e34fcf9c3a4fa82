import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AssignForm } from "@/components/classroom/assign-form.tsx";
import { BuiltView, type Told } from "@/components/classroom/built-view.tsx";
import { TakeAway } from "@/components/classroom/take-away.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { addressOf, type Built } from "@/lib/classroom/built.ts";
import { fileOf } from "@/lib/interop/file.ts";
import { readBuilt } from "@/lib/server/built-quiz.ts";
import { readEdition } from "@/lib/server/packs.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { assign } from "../actions.ts";

type Props = {
  readonly built: Built;
  readonly told: Told | null;
  readonly viewer: Viewer | null;
  readonly taught: readonly { readonly id: string; readonly name: string }[];
  readonly now: Date;
};

/** A quiz that stands in an address, with every key. */
export async function BuiltQuizPage({ built: asked, told, viewer, taught, now }: Props) {
  const b = await getTranslations("built");
  const read = await readBuilt(viewer, asked, now);
  const edition = await readEdition(viewer, asked.pack, now);
  if (!read || !edition) redirect("/quizzes/new");
  if (read.questions.length === 0) redirect(`/quizzes/new?pack=${asked.pack}`);
  const { built, title, questions, gone } = read;
  const address = addressOf(built);
  const quiz = {
    title,
    variant: 1,
    questions: questions.map((question, at) => ({ number: at + 1, points: 1, question })),
  };
  const here = `/quizzes/new?${address}`;
  const account = viewer && !viewer.guest;
  return (
    <BuiltView
      packTitle={edition.facts.pack.title}
      title={title}
      questions={questions}
      wanted={built.count}
      gone={gone}
      state={Object.fromEntries(new URLSearchParams(address))}
      told={told}
      planHref={`${here}&plan=again`}
      takeAway={
        <TakeAway
          href={(what) => `/quizzes/new/${what}?${address}`}
          moodle={fileOf(quiz, "moodle.xml")}
          gift={fileOf(quiz, "gift.txt")}
        />
      }
      assign={
        taught.length > 0 ? (
          <Strings of={["built", "common"]}>
            <p className="note mb-6">{b("assignHint")}</p>
            <AssignForm action={assign} quiz={address} classes={taught} />
          </Strings>
        ) : (
          <>
            <p className="note mb-6">{account ? b("assignNoClass") : b("assignGuest")}</p>
            <div className="acts">
              {account ? (
                <LinkButton href={`/classes/new?next=${encodeURIComponent(here)}`} prefetch={false}>
                  {b("makeClass")}
                </LinkButton>
              ) : (
                <>
                  <LinkButton href={`/sign-up?callbackUrl=${encodeURIComponent(here)}`} prefetch={false}>
                    {b("openAccount")}
                  </LinkButton>
                  <LinkButton
                    href={`/sign-in?callbackUrl=${encodeURIComponent(here)}`}
                    tone="secondary"
                    prefetch={false}
                  >
                    {b("signIn")}
                  </LinkButton>
                </>
              )}
            </div>
          </>
        )
      }
    />
  );
}
