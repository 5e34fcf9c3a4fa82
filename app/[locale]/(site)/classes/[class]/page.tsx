import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { CopyLink } from "@/components/classroom/copy-link.tsx";
import { ActionButton } from "@/components/ui/action-button.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { formatCode } from "@/lib/classroom/code.ts";
import { type AssignmentLine, assignmentsOf } from "@/lib/server/assignment-lines.ts";
import { type ClassPage as Class, readClass } from "@/lib/server/classes.ts";
import { config } from "@/lib/server/config.ts";
import { readWaiting, type Waiting } from "@/lib/server/joining.ts";
import { countOpenReports } from "@/lib/server/reports.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { changeCode, leave } from "../actions.ts";
import { Sample } from "./sample.tsx";

/** A class: its quizzes, and for its instructor the way in and who came. */
export default async function ClassPage({ params }: PageProps<"/[locale]/classes/[class]">) {
  const t = await getTranslations("classes");
  const e = await getTranslations("exam");
  const format = await getFormatter();
  const { class: id } = await params;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=/classes/${encodeURIComponent(id)}`);
  const page = await readClass(viewer, id);
  if (!page) {
    const waiting = await readWaiting(viewer, id);
    return waiting ? <WaitingHere waiting={waiting} /> : notFound();
  }
  const [r, quizzes, reports] = await Promise.all([
    getTranslations("reports"),
    assignmentsOf(viewer, id, new Date()).then((lines) => lines ?? []),
    countOpenReports(viewer, id),
  ]);
  return (
    <>
      <title>{page.name}</title>
      <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{page.name}</h1>
          <p className="note mt-2">
            {page.archived && <Tag>{t("archived")}</Tag>} {t("zoneOf", { zone: page.zone })}{" "}
            {page.examOn && e("on", { day: format.dateTime(new Date(page.examOn), examDay) })}
          </p>
        </div>
        {page.role === "instructor" && (
          <p className="flex flex-wrap gap-3">
            {!page.archived && <LinkButton href={`/classes/${id}/quizzes/new`}>{t("makeQuiz")}</LinkButton>}
            <LinkButton href={`/classes/${id}/gradebook`} prefetch={false} tone="secondary">
              {t("gradebook")}
            </LinkButton>
            <LinkButton href={`/classes/${id}/exam`} prefetch={false} tone="secondary">
              {e("title")}
            </LinkButton>
            <LinkButton href={`/classes/${id}/reports`} prefetch={false} tone={reports > 0 ? "secondary" : "quiet"}>
              {r("open", { count: reports })}
            </LinkButton>
          </p>
        )}
      </header>
      <div className="grid gap-4">
        <Quizzes page={page} quizzes={quizzes} />
        <Sample viewer={viewer} classId={id} />
        {page.joinCode && !page.archived && !page.simulated && <WayIn page={page} code={page.joinCode} />}
        {page.students !== null && <Roster page={page} students={page.students} />}
        {page.role === "student" && <Leaving classId={page.id} />}
      </div>
    </>
  );
}

/** A day of the calendar has no zone. */
const examDay = { dateStyle: "long", timeZone: "UTC" } as const;

async function Quizzes({ page, quizzes }: { readonly page: Class; readonly quizzes: readonly AssignmentLine[] }) {
  const t = await getTranslations("classes");
  const format = await getFormatter();
  const at = (instant: Date) =>
    format.dateTime(instant, { dateStyle: "medium", timeStyle: "short", timeZone: page.zone });
  const now = new Date();
  const stateOf = (quiz: AssignmentLine) => {
    if (!quiz.publishedAt) return t("state.draft");
    if (now < quiz.opensAt) return t("state.later", { at: at(quiz.opensAt) });
    if (now >= quiz.closesAt) return t("state.closed", { at: at(quiz.closesAt) });
    const due = quiz.dueAt ? `${t("state.due", { at: at(quiz.dueAt) })}, ` : "";
    return `${due}${t("state.open", { at: at(quiz.closesAt) })}`;
  };
  const teaches = page.role === "instructor";
  return (
    <Panel title={t("quizzes")}>
      {quizzes.length === 0 && <p className="note">{t(teaches ? "quizzesEmpty" : "quizzesEmptyStudent")}</p>}
      <ul className="lines">
        {quizzes.map((quiz) => (
          <li key={quiz.id}>
            <a
              className="link font-serif text-lg"
              href={teaches ? `/classes/${page.id}/quizzes/${quiz.id}` : `/quizzes/${quiz.id}`}
            >
              {quiz.title}
            </a>
            <span className="note">{stateOf(quiz)}</span>
            {!teaches && quiz.submitted && <Tag>{t("taken")}</Tag>}
            {!teaches && quiz.started && !quiz.submitted && <Tag tone="due">{t("begun")}</Tag>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

async function WayIn({ page, code }: { readonly page: Class; readonly code: string }) {
  const t = await getTranslations("classes");
  const { appOrigin } = config();
  return (
    <Panel title={t("shareTitle")}>
      <p className="note">{t("shareText", { address: `${appOrigin}/join` })}</p>
      <p className="my-4 font-serif text-3xl tracking-wider" data-testid="join-code">
        {formatCode(code)}
      </p>
      <Strings of={["classes"]}>
        <div className="flex flex-wrap items-center gap-4">
          <CopyLink href={`${appOrigin}/join?code=${code}`} label={t("copy")} done={t("copied")} />
          <ActionButton action={changeCode} fields={{ classId: page.id }} tone="quiet" label={t("renew")} />
          <span className="note">{t("renewHint")}</span>
        </div>
      </Strings>
    </Panel>
  );
}

async function Roster({ page, students }: { readonly page: Class; readonly students: number }) {
  const t = await getTranslations("classes");
  return (
    <Panel title={t("studentsPanel")}>
      <p>{t("students", { count: students })}</p>
      {(page.waiting ?? 0) > 0 && (
        <p className="mt-2">
          <Tag tone="due">{t("waitingCount", { count: page.waiting ?? 0 })}</Tag>
        </p>
      )}
      <p className="mt-4 flex flex-wrap gap-3">
        <LinkButton href={`/classes/${page.id}/students`} tone="secondary">
          {t("openRoster")}
        </LinkButton>
        <LinkButton href={`/classes/${page.id}/settings`} tone="quiet">
          {t("settings")}
        </LinkButton>
        <LinkButton href={`/classes/${page.id}/history`} prefetch={false} tone="quiet">
          {t("history")}
        </LinkButton>
      </p>
    </Panel>
  );
}

async function Leaving({ classId }: { readonly classId: string }) {
  const t = await getTranslations("classes");
  return (
    <details>
      <summary className="link w-fit">{t("leave")}</summary>
      <p className="note mt-3 mb-4">{t("leaveText")}</p>
      <ActionButton action={leave} fields={{ classId }} label={t("leave")} />
    </details>
  );
}

/** What somebody sees who asked to be let in: that they wait, and nothing of the class. */
async function WaitingHere({ waiting }: { readonly waiting: Waiting }) {
  const t = await getTranslations("classes");
  const format = await getFormatter();
  const at = format.dateTime(waiting.askedAt, { dateStyle: "medium", timeStyle: "short", timeZone: waiting.zone });
  return (
    <>
      <title>{waiting.name}</title>
      <h1 className="mb-8">{waiting.name}</h1>
      <Panel title={t("waitingTitle")}>
        <p>{t("waitingText", { at })}</p>
      </Panel>
    </>
  );
}
