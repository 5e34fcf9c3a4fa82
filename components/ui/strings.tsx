import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";

type Props = { readonly of: readonly string[]; readonly children: ReactNode };

/** Gives client components below the strings of these namespaces and no others: the catalogue stays on the server. */
export function Strings({ of, children }: Props) {
  const messages = useMessages();
  const picked = Object.fromEntries(Object.entries(messages).filter(([namespace]) => of.includes(namespace)));
  return (
    <NextIntlClientProvider locale={useLocale()} messages={picked} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
