import { setRequestLocale } from "next-intl/server";
import { Theme } from "@/components/site/theme.tsx";
import { Strings } from "@/components/ui/strings.tsx";
import { localeOf } from "@/lib/i18n/locale.ts";

/** The study shell: static and the same for everyone, so that it opens without a connection; no header but the session's own. */
export default async function StudyLayout({ children, params }: LayoutProps<"/[locale]">) {
  setRequestLocale(localeOf((await params).locale));
  return (
    <div className="study-frame">
      <Theme />
      <Strings of={["study", "question"]}>{children}</Strings>
    </div>
  );
}
