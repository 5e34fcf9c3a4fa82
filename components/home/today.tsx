import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "../ui/button.tsx";
import { Panel } from "../ui/panel.tsx";
import { Tag } from "../ui/tag.tsx";

/** What *Today* shows, as lib/server says it; `packs` those begun, or where none is, all there are. */
export type TodayProps = {
  readonly due: number;
  readonly minutes: number;
  readonly newLeft: number;
  readonly guest: boolean;
  readonly packs: readonly {
    readonly key: string;
    readonly title: string;
    readonly due: number;
    readonly newLeft: number;
    readonly minutes: number;
    /** Was anything of it answered? */
    readonly begun: boolean;
  }[];
  readonly assignments: readonly {
    readonly id: string;
    readonly title: string;
    readonly className: string;
    readonly zone: string;
    readonly dueAt: Date | null;
    readonly closesAt: Date;
    readonly started: boolean;
    readonly submitted: boolean;
  }[];
  readonly exams: readonly { readonly classId: string; readonly className: string; readonly examOn: string }[];
};

/** What waits today: cards with their minutes, quizzes with their closing time, and the one thing to do next. */
export function Today({ due, minutes, newLeft, guest, packs, assignments, exams }: TodayProps) {
  const t = useTranslations("home");
  const format = useFormatter();
  const next = packs[0];
  return (
    <>
      <header className="mb-8">
        <h1>{due > 0 ? t("due", { count: due, minutes }) : t("nothingDue")}</h1>
        <p className="lead mt-2">{newLeft > 0 ? t("newLeft", { count: newLeft }) : t("newDone")}</p>
        {next && (
          <div className="acts mt-6">
            <LinkButton href={`/study?pack=${next.key}`} prefetch={false}>
              {next.begun && (due > 0 || next.newLeft > 0)
                ? t("continue", { pack: next.title })
                : t("more", { pack: next.title })}
            </LinkButton>
            <LinkButton href={`/packs/${next.key}/practice`} tone="secondary">
              {t("practise")}
            </LinkButton>
          </div>
        )}
        {guest && (
          <p className="note mt-4">{t.rich("guest", { link: (text) => <Link href="/sign-up">{text}</Link> })}</p>
        )}
      </header>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Panel title={t("packs")}>
          <ul className="rows">
            {packs.map((pack) => (
              <li key={pack.key}>
                <Link href={`/packs/${pack.key}`} className="link font-serif text-lg">
                  {pack.title}
                </Link>
                <span className="note">
                  {pack.due > 0 ? t("packDue", { count: pack.due, minutes: pack.minutes }) : t("packNothing")}
                  {pack.newLeft > 0 && ` · ${t("packNew", { count: pack.newLeft })}`}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t("assignments")}>
          {assignments.length === 0 ? (
            <p className="note">{t.rich("noAssignments", { link: (text) => <Link href="/join">{text}</Link> })}</p>
          ) : (
            <ul className="rows">
              {assignments.map((assignment) => (
                <Assignment key={assignment.id} assignment={assignment} />
              ))}
            </ul>
          )}
        </Panel>
        {exams.length > 0 && (
          <Panel title={t("exams")}>
            <ul className="rows">
              {exams.map(({ classId, className, examOn }) => (
                <li key={classId}>
                  <Link href={`/classes/${classId}`} className="link font-serif text-lg">
                    {className}
                  </Link>
                  <span className="note">{format.dateTime(new Date(examOn), examDay)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  );
}

/** A day of the calendar has no zone. */
const examDay = { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

function Assignment({ assignment }: { readonly assignment: TodayProps["assignments"][number] }) {
  const t = useTranslations("home");
  const format = useFormatter();
  const at = (instant: Date) =>
    format.dateTime(instant, {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: assignment.zone,
      timeZoneName: "short",
    });
  const state = assignment.submitted ? "submitted" : assignment.started ? "started" : null;
  return (
    <li>
      <span>
        <Link href={`/quizzes/${assignment.id}`} className="link font-serif text-lg">
          {assignment.title}
        </Link>{" "}
        {state && <Tag tone={state === "started" ? "due" : "quiet"}>{t(state)}</Tag>}
      </span>
      <span className="note">
        {assignment.className} · {assignment.dueAt && `${t("dueAt", { when: at(assignment.dueAt) })}, `}
        {t("closes", { when: at(assignment.closesAt) })}
      </span>
    </li>
  );
}
