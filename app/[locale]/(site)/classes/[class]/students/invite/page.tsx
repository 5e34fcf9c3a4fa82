import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/classroom/invite-form.tsx";
import { PeopleTable } from "@/components/classroom/people-table.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { TakeOutButton } from "@/components/ui/take-out.tsx";
import { Trail } from "@/components/ui/trail.tsx";
import { formatCode } from "@/lib/classroom/code.ts";
import { readClass } from "@/lib/server/classes.ts";
import { config } from "@/lib/server/config.ts";
import { type InvitedLine, readInvitations } from "@/lib/server/invitations.ts";
import { currentViewer } from "@/lib/server/viewer.ts";
import { inviteList, takeInvitationBack } from "./actions.ts";

/** Invites a class by a list, and shows whom it still expects. */
export default async function InvitePage({ params }: PageProps<"/[locale]/classes/[class]/students/invite">) {
  const t = await getTranslations("invite");
  const { class: classId } = await params;
  const here = `/classes/${classId}/students`;
  const viewer = await currentViewer();
  if (!viewer) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${here}/invite`)}`);
  const [page, invited] = await Promise.all([readClass(viewer, classId), readInvitations(viewer, classId)]);
  if (!page || !invited || page.simulated) notFound();
  const trail = [
    { href: `/classes/${classId}`, title: page.name },
    { href: here, title: t("students") },
  ];
  return (
    <Strings of={["invite"]}>
      <title>{`${t("title")} · ${page.name}`}</title>
      <Trail steps={trail} />
      <h1>{t("title")}</h1>
      <p className="lead mt-3 mb-8 max-w-measure">{t("lead")}</p>
      <div className="grid gap-4">
        <Panel>
          <InviteForm action={inviteList} classId={classId} />
        </Panel>
        <Panel title={t("expected")}>
          <Expected classId={classId} invited={invited} />
        </Panel>
      </div>
    </Strings>
  );
}

async function Expected({ classId, invited }: { readonly classId: string; readonly invited: readonly InvitedLine[] }) {
  const t = await getTranslations("invite");
  const { appOrigin } = config();
  return (
    <PeopleTable
      action={takeInvitationBack}
      caption={t("expected")}
      empty={t("nobodyExpected")}
      nameTitle={t("name")}
      endTitle={t("takeBack")}
      columns={(["email", "number", "section", "link"] as const).map((key) => ({ key, title: t(key) }))}
      people={invited.map(({ code, name, email, studentNumber, section }) => ({
        key: code,
        name,
        cells: [
          email ?? "",
          studentNumber ?? "",
          section ?? "",
          <a key="link" className="link whitespace-nowrap" href={`${appOrigin}/join?code=${code}`}>
            {formatCode(code)}
          </a>,
        ],
        end: (
          <TakeOutButton
            key="end"
            fields={{ classId, code }}
            label={t("takeBack")}
            name={t("takeBackName", { name })}
          />
        ),
      }))}
    />
  );
}
