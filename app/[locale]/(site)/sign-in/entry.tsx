import Link from "next/link";
import type { ReactNode } from "react";
import { ProviderForm } from "@/components/account/provider-form.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { config } from "@/lib/server/config.ts";
import { enterWithProvider } from "./actions.ts";

type Props = {
  readonly title: string;
  readonly lead: ReactNode;
  /** Why a sign-in came back without success. */
  readonly problem?: string | null;
  readonly callbackUrl: string;
  /** How many answers were given here as a guest: whoever has an account already is asked whose they are. */
  readonly answers: number;
  /** What the provider's button says. */
  readonly provider: (name: string) => string;
  /** The way to the other page: a question and a link. */
  readonly other: { readonly ask: string; readonly href: string; readonly label: string };
  /** The form of login and password. */
  readonly children: ReactNode;
};

/** The page where somebody comes in, with a new account or an old one: by password, or by the provider if there is one. */
export function Entry({ title, lead, problem, callbackUrl, answers, provider, other, children }: Props) {
  const { oidc } = config();
  return (
    <div className="mx-auto max-w-md">
      <h1>{title}</h1>
      <p className="lead mt-2 mb-6">{lead}</p>
      {problem && (
        <p role="alert" className="mb-6">
          {problem}
        </p>
      )}
      <Strings of={["signIn", "signUp"]}>
        <Panel>{children}</Panel>
        {oidc && (
          <Panel className="mt-4">
            <ProviderForm
              action={enterWithProvider}
              callbackUrl={callbackUrl}
              answers={answers}
              label={provider(oidc.name)}
            />
          </Panel>
        )}
      </Strings>
      <p className="mt-6">
        {other.ask} <Link href={`${other.href}?callbackUrl=${encodeURIComponent(callbackUrl)}`}>{other.label}</Link>
      </p>
    </div>
  );
}
